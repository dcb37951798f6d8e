import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { freePort, type Installation, makeDataDir, runAdmin, startInstallation } from "./fixtures/start-installation";
import { answer } from "./hosts/behaviours";
import { type RecordingHost, startRecordingHost } from "./hosts/recording-host";

test.use({ locale: "en-US" });

let host: RecordingHost;
let installation: Installation;
let origin = "";
let folder: Awaited<ReturnType<typeof makeDataDir>>;
test.beforeAll(async () => {
  host = await startRecordingHost();
  folder = await makeDataDir();
  const port = await freePort();
  origin = `http://localhost:${port}`;
  installation = await startInstallation({ dataDir: folder.dataDir, port, allowHosts: host.hostAndPort });
});
test.afterAll(async () => {
  installation.child.kill("SIGTERM");
  await installation.ended;
  await host.close();
  await folder.remove();
});

test("from an empty installation to a call that plays: first admin, campaign, guide, key, webhook, task without reload", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await makeFirstAdmin(page);
  const { campaignId, template } = await connectAnura(page);
  const key = await createKey(page);

  await page.goto(`${origin}/dashboard/tasks`);
  await expect(page.getByRole("row").filter({ hasText: "María López" })).toHaveCount(0);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  const recording = await readFile("demo/recordings/es-welcome.mp3");
  const url = host.serve("/calls/1.mp3?sig=a%2bb", answer(recording));
  const body = fillIn(template, url);
  const first = await post(key, body);
  expect(first).toMatchObject({ status: 200, body: { status: "accepted" } });
  expect(await post(key, body)).toMatchObject({ status: 200, body: { status: "duplicate", call_id: first.body.call_id } });

  const row = page.getByRole("row").filter({ hasText: "María López" });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("Sales");
  await row.getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: /1140012345/ })).toBeVisible();
  await playAndSeek(page);

  expect(await runAdmin(folder.dataDir, "task", "list")).toMatchObject([
    {
      campaign: campaignId,
      operator: "María López",
      direction: "inbound",
      source: "anura",
      startedAt: "2026-11-20T15:00:00.000Z",
      status: "pending",
    },
  ]);
  expect(host.requests.map(({ path }) => path)).toEqual(["/calls/1.mp3?sig=a%2bb"]);
});

async function makeFirstAdmin(page: Page) {
  await page.goto(origin);
  await expect(page).toHaveURL(`${origin}/setup`);
  await page.getByLabel("Name").fill("Ana Admin");
  await page.getByLabel("E-mail").fill("ana@example.com");
  await page.getByLabel("Password").fill("correct horse battery staple");
  await page.getByRole("button", { name: "Create the account and sign in" }).click();
  await expect(page).toHaveURL(/\/dashboard/);
  // Set-up is open once only.
  await page.goto(`${origin}/setup`);
  await expect(page).not.toHaveURL(/\/setup/);
}

async function connectAnura(page: Page): Promise<{ campaignId: number; template: string }> {
  await page.goto(`${origin}/dashboard/campaigns/new`);
  await page.getByLabel("Name").fill("Sales");
  await page.getByRole("button", { name: "Save campaign" }).click();
  await page.getByRole("radio", { name: /^Anura/ }).check();
  await page.getByRole("button", { name: "Save source" }).click();
  await page.getByRole("button", { name: "Copy the body" }).click();
  const template = await page.evaluate(() => navigator.clipboard.readText());
  return { campaignId: Number(/\/campaigns\/(\d+)/.exec(page.url())?.[1]), template };
}

async function createKey(page: Page): Promise<string> {
  await page.goto(`${origin}/dashboard/settings/api-keys`);
  await page.getByLabel("Name").fill("PBX");
  await page.getByRole("button", { name: "Create key" }).click();
  const dialog = page.getByRole("dialog", { name: "Store this key now" });
  const key = (await dialog.getByRole("code").textContent()) ?? "";
  await dialog.getByRole("button", { name: "I stored it" }).click();
  return key;
}

/** Puts values in as Anura does: text in place of each variable, whatever it is. */
function fillIn(template: string, recordingUrl: string): string {
  const values: Record<string, string> = {
    dialtime: "2026-11-20 12:00:00",
    direction: "inbound",
    calling: "1140012345",
    called: "08001234",
    status: "ANSWERED",
    duration: "5",
    billseconds: "3",
    wasrecorded: "true",
    audio_file_mp3: recordingUrl,
    accountextension: "201",
    queueagentname: "María López",
  };
  return template.replace(/\{\{ (\w+) \}\}/g, (_, name: string) => values[name] ?? "");
}

async function post(key: string, body: string) {
  const headers = { "x-api-key": key, "content-type": "application/json" };
  const response = await fetch(`${origin}//webhook/anura/`, { method: "POST", redirect: "manual", headers, body });
  return { status: response.status, body: await response.json() };
}

async function playAndSeek(page: Page) {
  const audio = page.locator("audio");
  const secondsPlayed = () => audio.evaluate((element: HTMLAudioElement) => element.currentTime);
  await page.getByRole("button", { name: "Play" }).click();
  await expect.poll(secondsPlayed).toBeGreaterThan(0.2);
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("button", { name: "Forward 10 seconds" }).click();
  await expect.poll(secondsPlayed).toBeGreaterThan(10);
  await page.getByRole("slider").focus();
  await page.keyboard.press("Home");
  await expect.poll(secondsPlayed).toBe(0);
  const range = page.waitForResponse((response) => response.url().includes("/api/recordings/") && response.status() === 206);
  await page.reload();
  await page.getByRole("button", { name: "Play" }).click();
  expect((await range).headers()["content-range"]).toMatch(/^bytes 0-\d+\/\d+$/);
}
