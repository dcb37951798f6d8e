import { readFile } from "node:fs/promises";
import type { APIRequestContext, Page } from "@playwright/test";
import { checkPage } from "./fixtures/check-page";
import { expect, test } from "./fixtures/test";
import { answer } from "./hosts/behaviours";
import { type RecordingHost, startRecordingHost } from "./hosts/recording-host";

let host: RecordingHost;
test.beforeAll(async () => {
  host = await startRecordingHost({ port: Number(process.env.E2E_RECORDING_PORTS?.split(",")[2]) });
});
test.afterAll(() => host.close());

test("from a new campaign to a task: Aria is chosen, a connection made, a campaign of theirs mapped, the sample sent, and calls come", async ({
  page,
  request,
  given,
  signInAs,
  database,
}) => {
  test.setTimeout(120_000);
  const roofs = await given.campaign("Roofs by Aria");
  await signInAs("admin");
  const campaignId = await makeCampaign(page, "Solar by Aria");
  await expect(page.getByText("No connection brings calls here yet")).toBeVisible();
  await page.getByRole("button", { name: "Send a sample call" }).click();
  await expect(page.getByText("It was not sent: no enabled connection brings calls to this campaign.")).toBeVisible();
  await checkPage(page);

  const { key, publicId } = await createConnection(page, "Ringba");
  const connection = page.getByRole("listitem", { name: "Ringba" });
  await expect(connection).toContainText(publicId);
  await expect(connection).toContainText(`…${key.slice(-4)}`);
  expect(await page.content()).not.toContain(key);
  await expect(page.getByRole("listitem").filter({ hasText: "A connection with a valid key" })).toContainText("Done");

  await page.getByText("Map one before its first call").click();
  await page.getByLabel("Their campaign_id").fill("CA-77");
  await page.getByRole("button", { name: "Change: Our campaign" }).click();
  await page.getByRole("combobox", { name: "Campaign, by name or number" }).fill("roofs by");
  await expect(page.getByRole("option")).toHaveCount(2);
  await page.getByRole("option", { name: /Roofs by Aria/ }).click();
  await page.getByRole("button", { name: "Map it" }).click();
  await expect(page.getByRole("row").filter({ hasText: "CA-77" })).toContainText("Roofs by Aria");
  expect([
    ...(await database`
      select external_id, m.campaign_id, source from connection_campaigns m join campaign_sources s on s.campaign_id = m.campaign_id
      where external_id = 'CA-77'`),
  ]).toEqual([{ external_id: "CA-77", campaign_id: roofs, source: "aria" }]);

  await page.getByRole("button", { name: "Send a sample call" }).click();
  const progress = page.getByRole("status").filter({ hasText: "Call received" });
  await expect(progress).toContainText("Task ready.");
  await expect(page.getByRole("log").getByText("Sample", { exact: true })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "There is a task" })).toContainText("Done");
  await expect(page.getByText("Waiting for the first event")).toBeVisible();

  const url = host.serve("/aria/1.mp3", answer(await readFile("demo/recordings/es-welcome.mp3")));
  const call = { api_key: key, connection_id: publicId, call_instance_id: "e2e-1", call_date: "11/20/2026 12:00:00 PM" };
  await post(request, { ...call, publisher_name: "Leads Inc", target_name: "Nora Ruiz", duration: "95" });
  const log = page.getByRole("log", { name: "Latest events" });
  await expect(log.getByText("The outcome of the call was stored.").first()).toBeVisible();
  await expect(page.getByText("Waiting for the first event")).toBeHidden();
  await post(request, { ...call, converted: "True", revenue: "$45.00" });
  await post(request, { ...call, recording: url });
  await expect(log.getByRole("link", { name: "Open the task" }).first()).toBeVisible();
  const [row] = await database`
    select calls.id, count(deliveries.id)::int as deliveries, min(publisher_name) as publisher, min(revenue) as revenue, bool_and(converted) as converted
    from calls join deliveries on deliveries.call_id = calls.id join call_outcomes on call_outcomes.call_id = calls.id
    where external_id = 'e2e-1' group by calls.id`;
  expect(row).toMatchObject({ deliveries: 3, publisher: "Leads Inc", revenue: "45.0000", converted: true });
  await page.reload();
  await expect(page.getByText(/^Always empty: campaign_id, campaign_name$/)).toBeVisible();
  await checkPage(page);
  await page.goto(`/dashboard/calls/${row?.id}`);
  const told = page.locator("section", { hasText: "What the platform told us" });
  await expect(told.getByText("Accepted")).toHaveCount(3);

  await page.goto(`/dashboard/campaigns/${roofs}/audio-sources`);
  await expect(page.getByRole("listitem", { name: "Ringba" })).toContainText(
    "Feeds this campaign by its mapping: calls of CA-77 come here.",
  );
  expect(campaignId).not.toBe(roofs);
});

test("the key of a connection is rotated with an overlap, and what a disabled connection sends is answered with 401", async ({
  page,
  request,
  signInAs,
  database,
}) => {
  await signInAs("admin");
  await makeCampaign(page, "Rotated by Aria");
  const { key, publicId } = await createConnection(page, "Retreaver");
  const bodyWith = (apiKey: string) => ({
    ...{ api_key: apiKey, connection_id: publicId, call_date: "2026-11-20T12:00:00Z" },
    call_instance_id: `with ${apiKey.slice(-4)}`,
  });
  await page.getByRole("button", { name: "Rotate Retreaver" }).click();
  await page.getByRole("combobox", { name: "The old one goes on for" }).selectOption("7 days");
  await page.getByRole("button", { name: "Rotate key", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Store this key now" });
  const successor = (await dialog.getByRole("code").textContent()) ?? "";
  // The page is shown anew as a call arrives, and the new key stays on it.
  expect(await post(request, bodyWith(key))).toBe(200);
  await expect(page.getByRole("log", { name: "Latest events" })).toContainText("The outcome of the call was stored.");
  await expect(dialog).toContainText(successor);
  await dialog.getByRole("button", { name: "I stored it" }).click();
  const connection = page.getByRole("listitem", { name: "Retreaver" });
  await expect(connection).toContainText("Being rotated");
  expect(await post(request, bodyWith(successor))).toBe(200);

  await connection.getByRole("button", { name: "Disable Retreaver" }).click();
  await page.getByRole("button", { name: "Disable now" }).click();
  await expect(connection).toContainText("Disabled");
  expect([await post(request, bodyWith(key)), await post(request, bodyWith(successor))]).toEqual([401, 401]);
  expect([...(await database`select disabled_at is not null as closed from connections where public_id = ${publicId}`)]).toEqual([
    { closed: true },
  ]);
  await connection.getByRole("button", { name: "Enable Retreaver" }).click();
  await expect(connection).toContainText("Enabled");
  expect(await post(request, bodyWith(successor))).toBe(200);
});

test("settings of a connection are changed in place, and the guide follows: its zone, and query pixels once they are allowed", async ({
  page,
  given,
  request,
  signInAs,
  database,
}) => {
  const other = await given.campaign("Default by Aria");
  await signInAs("admin");
  const campaignId = await makeCampaign(page, "Settled by Aria");
  const { key, publicId } = await createConnection(page, "Invoca");
  await page.getByRole("link", { name: "Query pixel" }).click();
  await expect(page.getByText("This connection takes no query pixels.")).toBeVisible();
  await page.getByLabel("Settings of Invoca").click();
  await page.getByRole("combobox", { name: "Time zone" }).selectOption("America/Chicago");
  await page.getByRole("checkbox", { name: "Make campaigns by their name" }).uncheck();
  await page.getByRole("checkbox", { name: "Allow query pixels" }).check();
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("Settings saved.")).toBeVisible();
  await expect(page.getByText("Times are read in America/Chicago")).toBeVisible();
  await expect(page.getByText(`/webhook/aria?api_key=YOUR_API_KEY&connection_id=${publicId}`)).toBeVisible();
  await checkPage(page);
  const pixel = await request.get(
    `/webhook/aria?api_key=${key}&connection_id=${publicId}&call_instance_id=px&call_date=2026-11-20T12:00:00Z`,
  );
  expect(pixel.status()).toBe(200);

  // As long as its calls go elsewhere, nothing but its mapping would bring the campaign any.
  await page.getByRole("button", { name: "Change: Default campaign" }).click();
  await page.getByRole("combobox", { name: "Campaign, by name or number" }).fill("default by");
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.getByRole("option", { name: /Default by Aria/ }).click();
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("No connection brings calls here yet")).toBeVisible();
  expect([
    ...(await database`select campaign_id, time_zone, makes_campaigns, takes_pixels from connections where public_id = ${publicId}`),
  ]).toEqual([{ campaign_id: other, time_zone: "America/Chicago", makes_campaigns: false, takes_pixels: true }]);
  expect(campaignId).not.toBe(other);
});

test("after a minute without a call the page says which credentials did not fit, and that a connection is disabled, with what to do", async ({
  page,
  given,
  request,
  signInAs,
  database,
}) => {
  const campaignId = await given.campaign("Silent by Aria", "aria");
  const [first, second] = [await given.connection("First", campaignId), await given.connection("Second", campaignId)];
  await database`update connections set disabled_at = now() where id = ${second.id}`;
  await database`select pg_notify('connections_changed', '')`;
  await signInAs("admin");
  await page.clock.install();
  await page.goto(`/dashboard/campaigns/${campaignId}/audio-sources`);
  await expect(page.getByText("Waiting for the first event")).toBeVisible();
  const call = { call_instance_id: "silent", call_date: "2026-11-20T12:00:00Z" };
  const statuses = [
    await post(request, { ...call, api_key: first.key, connection_id: second.publicId }),
    await post(request, { ...call, api_key: second.key, connection_id: second.publicId }),
    await post(request, { ...call, api_key: `${first.key.slice(0, -4)}WxYz`, connection_id: first.publicId }),
    await post(request, { api_key: first.key, connection_id: first.publicId, call_instance_id: "silent" }),
  ];
  expect(statuses).toEqual([401, 401, 401, 422]);
  // Wrong keys are written once a second.
  const last4s = [first, second].map(({ last4 }) => last4).concat("WxYz");
  const counted = () => database`select 1 from unauthorized_requests where source = 'aria' and key_last4 = any(${last4s})`;
  await expect.poll(async () => (await counted()).length).toBe(3);
  // What arrived makes the page wait for something else, from then on.
  await expect(page.getByText("Waiting for the first accepted call")).toBeVisible();
  await page.clock.fastForward(65_000);
  const live = page.getByRole("region", { name: "Live test" });
  await expect(live.getByText("What it may be")).toBeVisible();
  const cause = (text: string) => live.getByRole("listitem").filter({ hasText: text });
  await expect(cause(`Ends in ${first.last4}`)).toContainText("connection_id and api_key must be of one connection");
  await expect(cause(`Ends in ${second.last4}`)).toContainText("Enable the connection if its calls are wanted.");
  await expect(cause("Ends in WxYz")).toContainText("Copy a valid key whole into api_key.");
  await expect(cause("Fields are missing, or have values that cannot be read.").first()).toContainText("call_date");
  await page.clock.resume();
  await checkPage(page);
});

/** As an admin does it; returns its number. */
async function makeCampaign(page: Page, name: string): Promise<number> {
  await page.goto("/dashboard/campaigns/new");
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Save campaign" }).click();
  await page.getByRole("radio", { name: /^Aria/ }).check();
  await page.getByRole("button", { name: "Save source" }).click();
  await expect(page.getByRole("heading", { name: "Connect your platform" })).toBeVisible();
  return Number(/\/campaigns\/(\d+)/.exec(page.url())?.[1]);
}

async function createConnection(page: Page, name: string): Promise<{ key: string; publicId: string }> {
  const form = page.getByRole("form", { name: "Create a connection" });
  await form.getByLabel("Name").fill(name);
  await form.getByRole("button", { name: "Create connection" }).click();
  const dialog = page.getByRole("dialog", { name: "Store this key now" });
  await expect(dialog).toBeVisible();
  const [publicId = "", key = ""] = await dialog.getByRole("code").allTextContents();
  expect(publicId).toMatch(/^con_[0-9a-z]{16}$/);
  expect(key).toMatch(/^aud_[0-9A-Za-z]{49}$/);
  await dialog.getByRole("button", { name: "I stored it" }).click();
  await expect(page.getByRole("listitem", { name })).toBeVisible();
  return { key, publicId };
}

async function post(request: APIRequestContext, body: Record<string, unknown>): Promise<number> {
  return (await request.post("/webhook/aria", { data: body })).status();
}
