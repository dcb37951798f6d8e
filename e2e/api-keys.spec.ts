import type { APIRequestContext } from "@playwright/test";
import { checkPage } from "./fixtures/check-page";
import { expect, test } from "./fixtures/test";

const PAGE = "/dashboard/settings/api-keys";

test("a key is shown once, opens the webhook, is stored as a hash only, and ends at once when it is revoked", async ({
  page,
  context,
  request,
  signInAs,
  database,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const admin = await signInAs("admin");
  await page.goto(PAGE);
  await page.getByLabel("Name").fill("Anura, revoked later");
  await page.getByRole("button", { name: "Create key" }).click();
  const dialog = page.getByRole("dialog", { name: "Store this key now" });
  await dialog.getByRole("button", { name: "Copy the key" }).click();
  const key = await page.evaluate(() => navigator.clipboard.readText());
  expect(key).toMatch(/^aud_[0-9A-Za-z]{49}$/);
  await expect(dialog).toContainText(key);
  for (let count = 0; count < 3; count++) await page.keyboard.press("Escape");
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: "I stored it" }).click();
  await expect(dialog).toBeHidden();

  await page.reload();
  expect(await page.content()).not.toContain(key);
  const row = page.getByRole("row").filter({ hasText: "Anura, revoked later" });
  await expect(row).toContainText(key.slice(-4));
  await expect(row).toContainText("Active");
  await expect(row).toContainText(`by ${admin}`);
  await expect(row).toContainText("Webhooks: sends calls");
  const [stored] = await database`select to_jsonb(api_keys)::text as text from api_keys where name = 'Anura, revoked later'`;
  expect(stored?.text).not.toContain(key.slice(4, -4));

  expect(await statusWith(request, key)).toBe(400);
  await expect
    .poll(() => database`select id from api_keys where name = 'Anura, revoked later' and last_used_at is not null`)
    .toHaveLength(1);
  await page.reload();
  await row.getByRole("button", { name: "Revoke Anura, revoked later" }).click();
  await expect(page.getByRole("alertdialog")).toContainText(key.slice(-4));
  await expect(page.getByRole("alertdialog")).toContainText("Last used:");
  await page.getByRole("button", { name: "Revoke now" }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole("link", { name: "Ended" }).click();
  await page.waitForURL("**?show=ended");
  await expect(row).toContainText("Revoked");
  expect(await statusWith(request, key)).toBe(401);
});

test("a key that is rotated without overlap ends at once, and its successor stays on the screen until it is stored", async ({
  page,
  request,
  signInAs,
  given,
}) => {
  const old = await given.apiKey("Anura, ended by rotation");
  await signInAs("admin");
  await page.goto(PAGE);
  await page.getByRole("button", { name: "Rotate Anura, ended by rotation" }).click();
  await page.getByRole("combobox", { name: "The old one goes on for" }).selectOption("0");
  await page.getByRole("button", { name: "Rotate key", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Store this key now" });
  const key = (await dialog.getByRole("code").textContent()) ?? "";
  expect([await statusWith(request, old), await statusWith(request, key)]).toEqual([401, 400]);
  await dialog.getByRole("button", { name: "I stored it" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Anura, ended by rotation" })).toHaveCount(1);
});

test("a rotated key goes on for as long as was chosen beside the key that takes its place", async ({
  page,
  request,
  signInAs,
  given,
  database,
}) => {
  const old = await given.apiKey("Anura, rotated");
  await signInAs("admin");
  await page.goto(PAGE);
  await page.getByRole("button", { name: "Rotate Anura, rotated" }).click();
  await page.getByRole("combobox", { name: "The old one goes on for" }).selectOption("7 days");
  await page.getByRole("button", { name: "Rotate key", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Store this key now" });
  const key = (await dialog.getByRole("code").textContent()) ?? "";
  await dialog.getByRole("button", { name: "I stored it" }).click();
  const pair = page.getByRole("row").filter({ hasText: "Anura, rotated" });
  await expect(pair).toHaveCount(2);
  await expect(pair.first()).toContainText("Being rotated");
  await expect(pair.first()).toContainText(`…${key.slice(-4)} takes its place`);
  await expect(pair.last()).toContainText("Active");
  await expect(pair.last()).toContainText(`Takes the place of …${old.slice(-4)}`);
  expect(await statusWith(request, old)).toBe(400);
  expect(await statusWith(request, key)).toBe(400);
  const [row] = await database`
    select round(extract(epoch from revoked_at - now()) / 86400)::int as days from api_keys where name = 'Anura, rotated' and revoked_at > now()`;
  expect(row).toEqual({ days: 7 });
});

test("a key that expires is good until its day ends where the installation is, and a day that is over is refused", async ({
  page,
  signInAs,
  database,
}) => {
  await signInAs("admin");
  await page.goto(PAGE);
  await page.getByLabel("Name").fill("Anura, for a while");
  await page.getByLabel("Expires on", { exact: true }).fill("2020-01-31");
  await page.getByRole("button", { name: "Create key" }).click();
  await expect(page.getByText("Choose today or a later day.")).toBeVisible();
  await expect(page.getByLabel("Name")).toHaveValue("Anura, for a while");
  await page.getByLabel("Expires on", { exact: true }).fill("2099-12-31");
  await page.getByRole("button", { name: "Create key" }).click();
  await page.getByRole("button", { name: "I stored it" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Anura, for a while" })).toContainText("Active");
  const [row] = await database`select expires_at as "expiresAt" from api_keys where name = 'Anura, for a while'`;
  expect(row).toEqual({ expiresAt: new Date("2100-01-01T03:00:00Z") });
  await database`update api_keys set expires_at = now() + interval '6 days 1 hour' where name = 'Anura, for a while'`;
  await page.reload();
  await expect(page.getByRole("row").filter({ hasText: "Anura, for a while" })).toContainText("Expires in 6 days");
});

test("nobody but an admin finds the page of keys, and it can be used without seeing colours", async ({ page, signInAs, given }) => {
  await given.apiKey("Anura, looked at");
  for (const role of ["supervisor", "auditor", "agent"] as const) {
    await signInAs(role);
    expect((await page.goto(PAGE))?.status(), role).toBe(404);
  }
  await signInAs("admin");
  await page.goto(PAGE);
  await checkPage(page);
});

/** What the webhook says to a body that is no JSON: 400 with a good key, 401 with any other. */
async function statusWith(request: APIRequestContext, key: string): Promise<number> {
  const answer = await request.post("/webhook/anura/", { headers: { "X-API-Key": key, "Content-Type": "application/json" }, data: "{" });
  return answer.status();
}
