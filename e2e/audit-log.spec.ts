import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { checkPage } from "./fixtures/check-page";
import { expect, test } from "./fixtures/test";

// The log is one chain, whose last entry everybody else moves on.
test.use({ isAlone: true });

const PAGE = "/dashboard/settings/audit-log";

test("an admin sees who listened and which key was rotated, narrows the log in the address, and takes it away", async ({
  page,
  signInAs,
  given,
  database,
}) => {
  const campaignId = await given.campaign("Sales, listened to");
  const audio = await storedAudio();
  const { taskId, recordingId } = await given.task({ campaignId, recording: audio });
  await given.apiKey("Anura, told of");
  const admin = await signInAs("admin");

  await page.goto(`/dashboard/tasks/${taskId}`);
  const entriesOf = (action: string) => database`select seq from audit_log where action = ${action} and actor_name = ${admin}`;
  expect(await entriesOf("recording.played")).toHaveLength(0);
  await page.getByRole("button", { name: "Play" }).click();
  await expect.poll(async () => (await entriesOf("recording.played")).length).toBe(1);

  await page.goto("/dashboard/settings/api-keys");
  await page.getByRole("button", { name: "Rotate Anura, told of" }).click();
  await page.getByRole("button", { name: "Rotate key", exact: true }).click();
  await page.getByRole("button", { name: "I stored it" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Anura, told of" })).toHaveCount(2);

  await page.goto(PAGE);
  const mine = page.getByRole("row").filter({ hasText: admin });
  await expect(mine.filter({ hasText: "Rotated an API key" })).toContainText("Anura, told of");
  const listened = mine.filter({ hasText: "Listened to a recording" });
  await expect(listened).toContainText("Sales, listened to");
  await expect(listened.getByRole("link").first()).toHaveAttribute("href", `/dashboard/tasks/${taskId}`);
  await listened.locator("summary").click();
  await expect(listened.getByText(recordingId)).toBeVisible();
  await listened.getByRole("link", { name: "All entries about this" }).click();
  await page.waitForURL(`**${PAGE}?kind=recording&id=${recordingId}`);
  await expect(page.getByRole("row")).toHaveCount(2);
  await page.getByRole("button", { name: "Clear" }).click();

  await page.getByRole("combobox", { name: "What" }).selectOption({ label: "Rotated an API key" });
  await page.waitForURL("**?action=api_key.rotated");
  await expect(page.getByRole("row").filter({ hasText: "Listened to a recording" })).toHaveCount(0);
  await expect(mine).toHaveCount(1);
  await expect(mine).toContainText("Ends in:");
  await checkPage(page);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  const csv = await readFile(await (await downloading).path(), "utf8");
  expect(csv).toContain(`"${admin}",api_key.rotated,api_key,`);
  expect(csv).not.toContain("recording.played");
  expect(await entriesOf("audit_log.exported")).toHaveLength(1);
});

test("the chain is verified on the page, which shows the hash to keep, and names the entry that somebody changed", async ({
  page,
  signInAs,
  given,
  database,
}) => {
  await given.apiKey("Anura, changed behind our back");
  const [entry] = await database<{ seq: number }[]>`select seq::int from audit_log where object_name = 'Anura, changed behind our back'`;
  const seq = entry?.seq ?? 0;
  const rename = (name: string) =>
    database.begin(async (transaction) => {
      await transaction`set local session_replication_role = replica`;
      await transaction`update audit_log set object_name = ${name} where seq = ${seq}`;
    });
  await signInAs("admin");
  await page.goto(PAGE);
  await page.getByRole("button", { name: "Verify" }).click();
  await expect(page.getByText(/entries, and all of them hold$/)).toBeVisible();
  const [head] = await database`select seq || ':' || encode(hash, 'hex') as text from audit_log order by seq desc limit 1`;
  await expect(page.getByText(head?.text)).toBeVisible();
  await checkPage(page);

  await rename("Somebody else's");
  await page.getByRole("button", { name: "Verify again" }).click();
  await expect(page.getByText(`Entry ${seq} was changed, or the one before it was taken out`)).toBeVisible();
  await rename("Anura, changed behind our back");
  await page.getByRole("button", { name: "Verify again" }).click();
  await expect(page.getByText(/entries, and all of them hold$/)).toBeVisible();
});

test("nobody but an admin finds the audit log or its export", async ({ page, signInAs }) => {
  for (const role of ["supervisor", "auditor", "agent"] as const) {
    await signInAs(role);
    expect((await page.goto(PAGE))?.status(), role).toBe(404);
    expect((await page.request.get(`${PAGE}/export`)).status(), role).toBe(404);
  }
});

/** A file in the application's storage, as taking a recording in leaves it. */
async function storedAudio() {
  const bytes = await readFile("demo/recordings/es-welcome.mp3");
  // Of its own, whatever else was taken in.
  const file = Buffer.concat([bytes, Buffer.alloc(16)]);
  const sha256 = createHash("sha256").update(file).digest("hex");
  const folder = path.join(process.env.E2E_DATA_DIR ?? "", "recordings", sha256.slice(0, 2), sha256.slice(2, 4));
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, sha256), file);
  return { sha256, sizeBytes: file.length, mediaType: "audio/mpeg" };
}
