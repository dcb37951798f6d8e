import { randomUUID } from "node:crypto";
import { checkPage } from "./fixtures/check-page";
import { expect, test } from "./fixtures/test";

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

test("an admin says what a campaign keeps and whom to write to, is asked before recordings go, and its people read it", async ({
  page,
  given,
  signInAs,
  database,
}) => {
  const id = await given.campaign("Keeping calls", "anura");
  await given.task({ campaignId: id, recording: { createdAt: daysAgo(40) } });
  const { taskId, recordingId } = await given.task({ campaignId: id, recording: { createdAt: daysAgo(100), deletedAt: daysAgo(10) } });
  await signInAs("admin");
  await page.goto(`/dashboard/campaigns/${id}`);
  await page.getByLabel("Passing score").fill("101");
  await page.getByLabel("Supervisor e-mails").fill("Ana@example.com, leo@");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("“leo@” is not an e-mail address.")).toBeVisible();
  await expect(page.getByText("Enter a number from 0 to 100")).toBeVisible();
  await page.getByLabel("Passing score").fill("72,5");
  await page.getByLabel("Supervisor e-mails").fill("Ana@example.com\nleo@example.com");
  await page.getByLabel("Days to keep recordings").fill("30");
  await page.getByRole("button", { name: "Save changes" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("1 recording is older than that");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  const settings = () =>
    database`select passing_score::float8 as score, supervisor_emails as emails, retention_days as days from campaigns where id = ${id}`;
  expect([...(await settings())]).toEqual([{ score: 80, emails: [], days: null }]);
  await page.getByRole("button", { name: "Save changes" }).click();
  await dialog.getByRole("button", { name: "Save and delete" }).click();
  await expect(page.getByText("Changes saved.")).toBeVisible();
  await expect(dialog).toBeHidden();
  expect([...(await settings())]).toEqual([{ score: 72.5, emails: ["ana@example.com", "leo@example.com"], days: 30 }]);
  await checkPage(page);

  await signInAs("auditor", [id]);
  await page.goto(`/dashboard/campaigns/${id}`);
  await expect(page.getByRole("link", { name: "leo@example.com" })).toHaveAttribute("href", "mailto:leo@example.com");
  await expect(page.getByText("30 days, then the audio is deleted")).toBeVisible();
  await checkPage(page);
  await page.goto(`/dashboard/tasks/${taskId}`);
  await expect(page.getByText(/The recording was deleted on .*, 90 days after it was taken in/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Play" })).toBeHidden();
  expect((await page.request.get(`/api/recordings/${recordingId}`)).status()).toBe(410);
});

test("a supervisor keeps a campaign's tags, an auditor marks a call with them, and a deleted one says how many calls lose it", async ({
  page,
  given,
  signInAs,
  database,
}) => {
  const id = await given.campaign("Tagged calls");
  const operatorId = await given.operator();
  const { taskId } = await given.task({ campaignId: id, operatorId });
  await signInAs("supervisor", [id]);
  await page.goto(`/dashboard/tasks/${taskId}`);
  await page.getByRole("link", { name: "The campaign’s tags" }).click();
  await expect(page.getByText("No tags yet")).toBeVisible();
  const create = async (name: string) => {
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByRole("button", { name: "Add tag" }).click();
  };
  await create("Reclamación");
  await expect(page.getByRole("row", { name: "Reclamación" })).toBeVisible();
  await create("RECLAMACION");
  await expect(page.getByText("The campaign has a tag of that name already.")).toBeVisible();
  await create("Venta");
  await page.getByRole("button", { name: "Change Venta" }).click();
  const edited = page.getByRole("row").filter({ has: page.getByRole("button", { name: "Save" }) });
  await edited.getByLabel("Description").fill("They bought.");
  await edited.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("row", { name: "Venta" })).toContainText("They bought.");
  await checkPage(page);

  await signInAs("auditor", [id]);
  await page.goto(`/dashboard/tasks/${taskId}`);
  await page.getByRole("button", { name: "Add tag" }).press("Enter");
  await page.getByRole("button", { name: "Add the tag Venta" }).press("Enter");
  await expect(page.getByRole("button", { name: "Remove the tag Venta" })).toBeVisible();
  await page.getByRole("button", { name: "Add the tag Reclamación" }).click();
  await page.getByRole("button", { name: "Remove the tag Reclamación" }).click();
  await expect(page.getByRole("button", { name: "Add the tag Reclamación" })).toBeVisible();
  const borne = await database`select name from task_tags join campaign_tags on id = tag_id where task_id = ${taskId}`;
  expect([...borne]).toEqual([{ name: "Venta" }]);
  await checkPage(page);
  await page.goto(`/dashboard/campaigns/${id}/tags`);
  await expect(page.getByRole("row", { name: "Venta" })).toContainText("1");
  await expect(page.getByRole("button", { name: "Delete Venta" })).toBeHidden();

  await signInAs("admin");
  await page.goto(`/dashboard/campaigns/${id}/tags`);
  await page.getByRole("button", { name: "Delete Venta" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("One call bears it and loses it.");
  await dialog.getByRole("button", { name: "Delete tag" }).click();
  await expect(page.getByRole("row", { name: "Venta" })).toBeHidden();
  const actions = await database`select action from audit_log where object_name = 'Venta' order by seq`;
  expect(actions.map(({ action }) => action)).toEqual(["tag.created", "tag.updated", "tag.deleted"]);

  await signInAs("agent", [id]);
  expect((await page.goto(`/dashboard/campaigns/${id}/tags`))?.status()).toBe(404);
});

test("an admin decides who belongs to a campaign, which counts at once, its supervisors see it, and auditors do not", async ({
  page,
  given,
  signInAs,
  browser,
  baseURL,
}) => {
  const id = await given.campaign("People's campaign");
  const supervisorName = await signInAs("supervisor");
  expect((await page.goto(`/dashboard/campaigns/${id}/members`))?.status()).toBe(404);
  const theirs = await browser.newContext({ storageState: await page.context().storageState(), baseURL, locale: "en-US" });
  const theirPage = await theirs.newPage();

  await signInAs("admin");
  await page.goto(`/dashboard/campaigns/${id}/members`);
  await expect(page.getByText("Nobody belongs to this campaign yet")).toBeVisible();
  const add = async (name: string) => {
    await page.getByRole("button", { name: "Add member" }).click();
    await page.getByRole("combobox", { name: "Name or e-mail" }).fill(name.slice(0, -1));
    await expect(page.getByRole("option")).toHaveCount(1);
    await page.getByRole("option", { name }).click();
    await expect(page.getByRole("row", { name })).toBeVisible();
  };
  await add(supervisorName);
  const agent = await given.user({ email: `${randomUUID()}@example.com`, name: "Abril Agente", role: "agent", password: randomUUID() });
  await add(agent.name);
  await expect(page.getByText("Admins see every campaign without belonging to it")).toBeVisible();
  await checkPage(page);

  expect((await theirPage.goto(`/dashboard/campaigns/${id}/members`))?.status()).toBe(200);
  await expect(theirPage.getByRole("row", { name: "Abril Agente" })).toContainText("Agent");
  await expect(theirPage.getByRole("button", { name: "Add member" })).toBeHidden();
  await checkPage(theirPage);

  await page.getByRole("button", { name: `Remove ${supervisorName}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("row", { name: supervisorName })).toBeHidden();
  expect((await theirPage.goto(`/dashboard/campaigns/${id}`))?.status()).toBe(404);
  await theirs.close();

  await signInAs("auditor", [id]);
  expect((await page.goto(`/dashboard/campaigns/${id}/members`))?.status()).toBe(404);
});

test("another source for a campaign that gets calls is chosen only after saying how many came and when the last", async ({
  page,
  given,
  signInAs,
  database,
}) => {
  const id = await given.campaign("Changing hands");
  await database`insert into campaign_sources (campaign_id, source) values (${id}, 'aria')`;
  await given.task({ campaignId: id, call: { source: "aria", startedAt: new Date("2026-11-20T15:00:00Z") } });
  await signInAs("admin");
  await page.goto(`/dashboard/campaigns/${id}/audio-sources`);
  await page.getByText("Change source").click();
  await page.getByRole("radio", { name: /^Anura/ }).check();
  await page.getByRole("button", { name: "Save source" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText(/1 call has come through Aria; the last began on .*2026/);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  const sourceOf = async () => (await database`select source from campaign_sources where campaign_id = ${id}`)[0]?.source;
  expect(await sourceOf()).toBe("aria");
  await expect(page.getByRole("radio", { name: /^Anura/ })).toBeChecked();
  await page.getByRole("button", { name: "Save source" }).click();
  await dialog.getByRole("button", { name: "Change to Anura" }).click();
  await expect(page.getByRole("heading", { name: "Connect Anura" })).toBeVisible();
  expect(await sourceOf()).toBe("anura");
});
