import { randomUUID } from "node:crypto";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { checkPage } from "./fixtures/check-page";
import { expect, test } from "./fixtures/test";

const PEOPLE = "/dashboard/settings/people";
const password = "pasto verde nube 7";
const newEmail = () => `${randomUUID()}@example.com`;

test("an invited person chooses a password by the link, sees their own campaign alone, and the link opens nothing any more", async ({
  page,
  browser,
  baseURL,
  signInAs,
  given,
  database,
}) => {
  const [own, other] = [await given.campaign("Renewals of Eva"), await given.campaign("Claims of others")];
  const email = newEmail();
  await signInAs("admin");
  await page.goto(PEOPLE);
  await page.getByRole("link", { name: "Invite somebody" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Eva Núñez");
  await page.getByRole("button", { name: "Create the invitation" }).click();
  await expect(page.getByText("Type a valid e-mail")).toBeVisible();
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("radio", { name: "Supervisor" }).check();
  await page.getByRole("checkbox", { name: "Renewals of Eva" }).check();
  await checkPage(page);
  await page.getByRole("button", { name: "Create the invitation" }).click();
  await expect(page.getByRole("heading", { name: "Invitation for Eva Núñez" })).toBeVisible();
  const link = (await page.getByRole("code").textContent()) ?? "";
  expect(link).toMatch(/\/join\/[\w-]{43}$/);
  await page.getByRole("link", { name: "Open the account" }).click();
  await expect(page.getByText("Invitation not used yet")).toBeVisible();
  // What was said while the button waited is gone, and the link for good.
  await page.reload();
  await expect(page.getByText("Invitation not used yet")).toBeVisible();
  expect(await page.content()).not.toContain(link.slice(-43));
  await checkPage(page);

  const eva = await open(browser, { baseURL });
  const answer = await eva.goto(link);
  expect(answer?.headers()["referrer-policy"]).toBe("no-referrer");
  await checkPage(eva);
  await eva.getByLabel("Password").fill("Eva Núñez");
  await eva.getByRole("button", { name: "Save and sign in" }).click();
  await expect(eva.getByText("It needs at least 10 characters.")).toBeVisible();
  await eva.getByLabel("Password").fill(password);
  await eva.getByRole("button", { name: "Save and sign in" }).click();
  await expect(eva).toHaveURL("/dashboard");
  await eva.goto("/dashboard/campaigns");
  await expect(eva.getByRole("link", { name: "Renewals of Eva" })).toBeVisible();
  await expect(eva.getByText("Claims of others")).toBeHidden();
  expect((await eva.goto(`/dashboard/campaigns/${other}`))?.status()).toBe(404);
  expect((await eva.goto(PEOPLE))?.status()).toBe(404);

  const gone = await open(browser, { baseURL });
  for (const address of [link, "/join/unknown"]) {
    expect((await gone.goto(address))?.status()).toBe(404);
    await expect(gone.getByRole("heading", { name: "This link can't be used any more" })).toBeVisible();
  }
  await checkPage(gone);
  const [row] = await database`
    select name, role, last_signed_in_at is not null as "hasSignedIn", array(select campaign_id from user_campaigns where user_id = users.id) as campaigns
    from users where email = ${email}`;
  expect(row).toEqual({ name: "Eva Núñez", role: "supervisor", hasSignedIn: true, campaigns: [own] });
});

test("another campaign, another role and disabling are felt at once in the page that the person has open, in their stream and in what they hear", async ({
  page,
  browser,
  baseURL,
  signInAs,
  given,
}) => {
  const campaignId = await given.campaign("Felt at once");
  const { taskId, recordingId } = await given.task({ campaignId });
  const { email, id, name } = await given.user({ email: newEmail(), name: `Leo ${randomUUID().slice(0, 8)}`, password, role: "auditor" });
  await signInAs("admin");
  await page.goto(`${PEOPLE}?q=${email}`);
  await checkPage(page);
  await page.getByRole("link", { name }).click();
  await page.getByRole("checkbox", { name: "Felt at once" }).check();
  await save(page);

  const leo = await open(browser, { baseURL });
  await signIn(leo, email, password);
  await leo.goto(`/dashboard/tasks/${taskId}`);
  const title = leo.getByRole("heading", { level: 1 });
  await expect(title).toContainText("1140001234");
  expect(await statusOfAudio(leo.context(), recordingId)).toBe(200);
  const stream = await openStream(leo.context(), baseURL);

  await page.getByRole("checkbox", { name: "Felt at once" }).uncheck();
  await save(page);
  expect(await stream.rest()).toContain("event: access");
  await expect(title).toHaveText("There is nothing here");
  expect(await statusOfAudio(leo.context(), recordingId)).toBe(404);

  await leo.goto("/dashboard/tasks");
  const second = await openStream(leo.context(), baseURL);
  await page.getByRole("radio", { name: "Supervisor" }).check();
  await save(page);
  expect(await second.rest()).toContain("event: access");
  await expect(leo).toHaveURL(/\/sign-in\?next=/);
  expect(await statusOfAudio(leo.context(), recordingId)).toBe(401);

  await signIn(leo, email, password);
  await leo.goto("/dashboard");
  await page.getByRole("button", { name: "Disable the account" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Disable the account" }).click();
  await expect(page.getByRole("button", { name: "Enable the account" })).toBeVisible();
  await expect(leo).toHaveURL(/\/sign-in/);
  await leo.getByLabel("E-mail").fill(email);
  await leo.getByLabel("Password").fill(password);
  await leo.getByRole("button", { name: "Sign in" }).click();
  await expect(leo.getByRole("main").getByRole("alert")).toHaveText("The e-mail or the password is not right.");
  await page.goto(`${PEOPLE}?q=${id}`);
  await expect(page.getByText("Nobody matches")).toBeVisible();
});

test("a password is reset by link and changed by its owner, which ends the other sessions and keeps this one", async ({
  page,
  browser,
  baseURL,
  signInAs,
  given,
  database,
}) => {
  const { email, id } = await given.user({ email: newEmail(), name: "Mara Gil", password, role: "auditor" });
  const before = await open(browser, { baseURL });
  await signIn(before, email, password);
  await signInAs("admin");
  await page.goto(`${PEOPLE}/${id}`);
  await page.getByRole("button", { name: "Link for a new password" }).click();
  const link = (await page.getByRole("dialog", { name: "New password for Mara Gil" }).getByRole("code").textContent()) ?? "";
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("Password link not used yet")).toBeVisible();

  const mara = await open(browser, { baseURL });
  await mara.goto(link);
  await mara.getByLabel("Password").fill("otra nube verde 8");
  await mara.getByRole("button", { name: "Save and sign in" }).click();
  await expect(mara).toHaveURL("/dashboard");
  await expect(before).toHaveURL(/\/sign-in/);
  await signIn(before, email, "otra nube verde 8");

  await mara.getByRole("link", { name: "Your account: Mara Gil" }).click();
  await expect(mara.getByRole("heading", { name: "Your account", level: 1 })).toBeVisible();
  await mara.reload();
  await checkPage(mara);
  const change = async (current: string, next: string) => {
    await mara.getByLabel("Current password").fill(current);
    await mara.getByLabel("New password").fill(next);
    await mara.getByRole("button", { name: "Change the password" }).click();
  };
  await change(password, "una nube blanca 9");
  await expect(mara.getByText("The current password is not right.")).toBeVisible();
  await change("otra nube verde 8", "mara gil");
  await expect(mara.getByText("It needs at least 10 characters.")).toBeVisible();
  await change("otra nube verde 8", "una nube blanca 9");
  await expect(mara.getByText("Password changed.")).toBeVisible();
  await expect(before).toHaveURL(/\/sign-in/);
  await mara.reload();
  await expect(mara.getByRole("heading", { name: "Your account", level: 1 })).toBeVisible();
  await mara.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(mara).toHaveURL(/\/sign-in/);
  const actions = await database<{ action: string }[]>`
    select action from audit_log where object_kind = 'user' and object_id = ${id} order by seq`;
  const told = actions.map(({ action }) => action).filter((action) => action !== "user.signed_in");
  expect(told).toEqual(["user.created", "user.reset_link_made", "user.password_changed", "user.password_changed", "user.sessions_ended"]);
});

test("an admin is told that nobody demotes or disables themselves, and the list is narrowed by role and state in its address", async ({
  page,
  signInAs,
  given,
  database,
}) => {
  const name = await signInAs("admin");
  const [own] = await database<{ id: string }[]>`select id from users where name = ${name}`;
  await page.goto(`${PEOPLE}/${own?.id}`);
  await expect(page.getByText("another administrator can change your role")).toBeVisible();
  for (const role of ["Supervisor", "Auditor", "Agent"]) await expect(page.getByRole("radio", { name: role })).toBeDisabled();
  await expect(page.getByText("another administrator can disable it")).toBeVisible();
  await expect(page.getByRole("button", { name: "Disable the account" })).toBeHidden();

  const mark = randomUUID().slice(0, 8);
  await given.user({ email: newEmail(), name: `Ágata ${mark}`, password: randomUUID(), role: "agent" });
  await given.user({ email: newEmail(), name: `Zoe ${mark}`, password: randomUUID(), role: "auditor" });
  await page.goto(PEOPLE);
  await page.getByRole("searchbox", { name: "Name or e-mail" }).fill(mark);
  const rows = page.getByRole("row").filter({ hasText: mark });
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText("Ágata");
  await page.getByRole("button", { name: "Role" }).click();
  await page.getByRole("option", { name: "Agent" }).click();
  await page.keyboard.press("Escape");
  await expect(rows).toHaveCount(1);
  await expect(page).toHaveURL(/role=agent/);
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(page).toHaveURL(PEOPLE);
});

/** A page in a browser of its own, which nobody is signed in to. */
async function open(browser: Browser, { baseURL }: { baseURL: string | undefined }): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: "en-US" });
  return context.newPage();
}

async function signIn(page: Page, email: string, text: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(text);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/dashboard");
}

async function save(page: Page): Promise<void> {
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Save changes" }).click();
  await answer;
  await expect(page.getByText("Changes saved.")).toBeVisible();
}

/** What the door of the audio says to a browser: 200 where the person may hear it, 404 where not, 401 once they are out. */
async function statusOfAudio(context: BrowserContext, recordingId: string): Promise<number> {
  return (await context.request.head(`/api/recordings/${recordingId}`)).status();
}

/** A stream of events with the session of a browser; `rest` is what came until the server ended it. */
async function openStream(context: BrowserContext, baseURL: string | undefined): Promise<{ rest: () => Promise<string> }> {
  const cookies = await context.cookies();
  const answer = await fetch(new URL("/api/events", baseURL), {
    headers: { Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") },
    signal: AbortSignal.timeout(15_000),
  });
  expect(answer.status).toBe(200);
  return { rest: () => answer.text() };
}
