import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import type { APIRequestContext } from "@playwright/test";
import { checkPage } from "./fixtures/check-page";
import { expect, test } from "./fixtures/test";
import { answer, status } from "./hosts/behaviours";
import { type RecordingHost, startRecordingHost } from "./hosts/recording-host";

// What arrives has to be seen within two seconds, and keys that others mistype are told of here too.
test.use({ isAlone: true });

let host: RecordingHost;
test.beforeAll(async () => {
  host = await startRecordingHost({ port: Number(process.env.E2E_RECORDING_PORTS?.split(",")[0]) });
});
test.afterAll(() => host.close());

test("a request shows in the open page within two seconds: verdict, fields, the recording being tried, then its task", async ({
  page,
  request,
  given,
  signInAs,
  database,
}) => {
  const campaignId = await given.campaign("Live verdicts", "anura");
  const key = await given.apiKey("Live verdicts");
  await signInAs("admin");
  const stream = page.waitForResponse((response) => response.url().endsWith("/api/events"));
  await page.goto(guideOf(campaignId));
  await stream;
  const log = page.getByRole("log", { name: "Latest events" });
  await expect(page.getByText("Waiting for the first event")).toBeVisible();
  await expect(page.getByText("1 of 6")).toBeVisible();

  await post(request, key, bodyOf({ campaign_id: campaignId, duration: "", calling: "{{ caling }}" }));
  const refused = log.getByRole("listitem").filter({ hasText: "duration needs a value." }).first();
  await expect(refused).toContainText("Refused", { timeout: 2_000 });
  await expect(refused).toContainText("calling came with its variable unreplaced and counts as empty.{{ caling }}");
  await expect(page.getByText("Waiting for the first accepted call")).toBeVisible();

  const sound = await readFile("demo/recordings/es-welcome.mp3");
  const url = host.serve("/guide/1.mp3", status(404), status(404), answer(sound));
  await post(request, key, bodyOf({ campaign_id: campaignId, wasrecorded: "true", audio_file_mp3: url }));
  const accepted = log.getByRole("listitem").filter({ hasText: "Call received" }).first();
  await expect(accepted).toContainText("Call received", { timeout: 2_000 });
  await expect(accepted).toContainText("Not there yet (404).");
  await expect(page.getByText("Waiting for the first accepted call")).toBeHidden();
  await accepted.getByRole("link", { name: "Open the task" }).click();
  await expect(page.getByRole("heading", { name: /1140001234/ })).toBeVisible();
  const rows = await database`select verdict from deliveries where campaign_id = ${campaignId} order by received_at`;
  expect(rows.map(({ verdict }) => verdict)).toEqual(["refused", "accepted"]);
});

test("the guide's curl line works as it is but for the key, and its event shows within two seconds with its verdict", async ({
  page,
  context,
  signInAs,
  given,
  database,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const id = await given.campaign("Live test", "anura");
  const key = await given.apiKey("Live test");
  await signInAs("admin");
  await page.goto(`/dashboard/campaigns/${id}/audio-sources`);
  await expect(page.getByText("Waiting for the first event")).toBeVisible();
  await expect(page.getByText("Anura cannot reach this address")).toBeVisible();
  await page.getByRole("button", { name: "Copy the curl command" }).click();
  const command = await page.evaluate(() => navigator.clipboard.readText());
  const { stdout } = await promisify(execFile)("sh", ["-c", command.replace("YOUR_API_KEY", key)]);
  expect(stdout).toContain('{"status":"ignored","reason":"not_recorded"');
  await expect(page.getByRole("log").getByText("The call was not recorded.")).toBeVisible({ timeout: 2_000 });
  await expect(page.getByText("Waiting for the first event")).toBeHidden();
  const [row] = await database`select verdict, count(*)::int from deliveries where campaign_id = ${id} group by verdict`;
  expect(row).toEqual({ verdict: "ignored", count: 1 });
});

test("after a minute without an event the page says what is wrong, drawn from what did arrive, each with what to do", async ({
  page,
  request,
  given,
  signInAs,
  database,
}) => {
  const campaignId = await given.campaign("Silent", "anura");
  const other = await given.campaign("Taken for the silent one", "anura");
  const key = await given.apiKey("PBX of the silent one");
  await signInAs("admin");
  await page.clock.install();
  await page.goto(guideOf(campaignId));
  await expect(page.getByText("Waiting for the first event")).toBeVisible();
  await post(request, `${key.slice(0, -4)}WxYz`, bodyOf({ campaign_id: campaignId }));
  await post(request, key, '{\n  "duration": {{ duration }}\n}');
  await post(request, key, bodyOf({ campaign_id: other }));
  // Wrong keys are written once a second.
  const counted = () => database`select 1 from unauthorized_requests where source = 'anura' and key_last4 = 'WxYz'`;
  await expect.poll(async () => (await counted()).length).toBe(1);
  const live = page.getByRole("region", { name: "Live test" });
  const timer = live.getByRole("timer", { name: "Time waited" });
  await expect(timer).toHaveText(/^0:[0-3][1-9]$/);
  await page.clock.fastForward(40_000);
  await expect(timer).toHaveText(/^0:[4-5]\d$/);
  await expect(live.getByText("What it may be")).toBeHidden();
  await page.clock.fastForward(25_000);
  await expect(live.getByText("What it may be")).toBeVisible();
  const cause = (text: string) => live.getByRole("listitem").filter({ hasText: text });
  const wrongKey = cause("Ends in WxYz");
  await expect(wrongKey).toContainText("A request came with something that is not one of our keys.");
  await expect(wrongKey).toContainText("Copy a valid key whole into X-API-Key.");
  const unreadable = cause("The body stops being readable at line 2, column 16.");
  await expect(unreadable).toContainText("{{ duration }} was left in");
  await expect(unreadable).toContainText("Paste the body of this guide again, as it is.");
  const named = cause(`Events came for Campaign ID #${other}.`);
  await expect(named).toContainText("Key PBX of the silent one");
  await expect(named).toContainText(`write ${campaignId} in campaign_id`);
  await expect(cause("Anura cannot reach this address")).toContainText("Set PUBLIC_URL to the public address");
  await page.clock.resume();
  await checkPage(page);
});

test("a sample call goes the real way to its task, shows how far it is, and is in the audit log", async ({
  page,
  given,
  signInAs,
  database,
}) => {
  const campaignId = await given.campaign("Sampled", "anura");
  const name = await signInAs("admin");
  await page.goto(guideOf(campaignId));
  await page.getByRole("button", { name: "Send a sample call" }).click();
  const progress = page.getByRole("status").filter({ hasText: "Call received" });
  await expect(progress).toContainText("Recording stored");
  await expect(progress).toContainText("Task ready.");
  await expect(page.getByRole("log").getByText("Sample", { exact: true })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "There is a task" })).toContainText("Done");
  await expect(page.getByText("Waiting for the first event")).toBeVisible();
  await checkPage(page);
  const [row] = await database`
    select recording_url as url, recordings.media_type as type, operators.name as operator, audit_log.actor_name as actor
    from calls join recordings on recordings.call_id = calls.id join operators on operators.id = calls.operator_id
    join audit_log on action = 'campaign.sample_sent' and object_id = ${String(campaignId)} where calls.campaign_id = ${campaignId}`;
  expect(row).toMatchObject({ type: "audio/mpeg", operator: "Sample Operator", actor: name });
  expect(row?.url).toContain("http://127.0.0.1:");
  await progress.getByRole("link", { name: "Open the task" }).click();
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
});

function guideOf(campaignId: number): string {
  return `/dashboard/campaigns/${campaignId}/audio-sources`;
}

async function post(request: APIRequestContext, key: string, body: string | Record<string, unknown>): Promise<void> {
  const data = Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
  await request.post("/webhook/anura/", { headers: { "x-api-key": key, "content-type": "application/json" }, data });
}

/** A call that ended, not recorded unless said. */
function bodyOf(overrides: Record<string, unknown>): Record<string, unknown> {
  return {
    dialtime: "2026-11-20 12:00:00",
    direction: "inbound",
    calling: "1140001234",
    called: "08001234",
    status: "ANSWERED",
    duration: "60",
    billseconds: "50",
    wasrecorded: "false",
    audio_file_mp3: "",
    accountname: "",
    accountextension: "201",
    queueagentname: "Nora Ruiz",
    answerterminal: "",
    ...overrides,
  };
}
