import { beforeAll, describe, expect, test } from "vitest";
import { db, sqlClient } from "@/db/client";
import { deliveries, unauthorizedRequests } from "@/db/schema";
import { rotateApiKey } from "@/lib/api-keys/rotate-api-key";
import { archiveCampaign } from "@/lib/campaigns/archive-campaign";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { type CreatedConnection, createConnection } from "@/lib/connections/create-connection";
import { setConnectionDisabled } from "@/lib/connections/set-connection-disabled";
import { updateConnection } from "@/lib/connections/update-connection";
import { flushUnauthorizedRequests } from "@/lib/reception/record-unauthorized-request";
import { replayDelivery } from "@/lib/reception/replay-delivery";
import { ariaSampleBody } from "@/lib/sources/aria/sample-body";
import { GET, POST } from "./route";

let campaignId = 0;
let connection: CreatedConnection;
beforeAll(async () => {
  ({ id: campaignId } = await createCampaign({ actor: "system", name: "Pay per call", source: "aria" }));
  connection = await createConnection({ actor: "system", name: "Ringba", campaignId, timeZone: "America/New_York" });
});

let calls = 0;
/** A whole delivery of a new call, as the guide's sample has it. */
function ariaBody(fields: Record<string, unknown> = {}): Record<string, unknown> {
  calls += 1;
  return {
    ...ariaSampleBody({
      apiKey: connection.key,
      connectionId: connection.publicId,
      timeZone: "America/New_York",
      startedAt: new Date("2026-11-20T17:00:00Z"),
      callName: `call-${calls}`,
      recording: { url: `https://recordings.example.com/aria/${calls}.mp3`, seconds: 95 },
    }),
    ...fields,
  };
}

async function post(body: BodyInit | Record<string, unknown>, contentType = "application/json") {
  const isPlain = typeof body === "object" && Object.getPrototypeOf(body) === Object.prototype;
  const init = { method: "POST", body: isPlain ? JSON.stringify(body) : (body as BodyInit), headers: { "content-type": contentType } };
  return answerOf(await POST(new Request("http://localhost/webhook/aria", init)));
}
const get = async (query: string) => answerOf(await GET(new Request(`http://localhost/webhook/aria${query}`)));
async function answerOf(response: Response) {
  return { status: response.status, headers: response.headers, body: await response.json() };
}
const form = (body: Record<string, unknown>) =>
  new URLSearchParams(Object.entries(body).map(([name, value]) => [name, String(value)])).toString();
const callOf = async (callId: string) => (await sqlClient`select * from calls where id = ${callId}`)[0];
const outcomeOf = async (callId: string) => (await sqlClient`select * from call_outcomes where call_id = ${callId}`)[0];
const deliveryOf = async (receiptId: string) => (await sqlClient`select * from deliveries where id = ${receiptId}`)[0];

describe("a delivery of SPEC 5", () => {
  test("all 36 fields come in, exact, as one call with its outcome and a recording to fetch", async () => {
    const body = ariaBody();
    expect(Object.keys(body)).toHaveLength(36);
    const answer = await post(body);
    expect(answer).toMatchObject({
      status: 200,
      body: { status: "accepted", receipt_id: expect.any(String), call_id: expect.any(String) },
    });
    expect(await callOf(answer.body.call_id)).toMatchObject({
      source: "aria",
      campaign_id: campaignId,
      external_id: body.call_instance_id,
      direction: "inbound",
      started_at: new Date("2026-11-20T17:00:00Z"),
      calling: "+13055550123",
      called: "+18005550199",
      duration_seconds: "107.000",
      billable_seconds: "95.000",
      operator_name: "Sample Agent",
      is_ended: true,
      recording_status: "pending",
    });
    expect(await outcomeOf(answer.body.call_id)).toMatchObject({
      campaign_id: campaignId,
      converted: true,
      is_duplicate: false,
      revenue: "45.0000",
      cost: "18.5000",
      payout: "15.0000",
      sale_amount: "199.9900",
      sale_count: "1.0000",
      ended_by: "caller",
      buyer_name: "Sample Buyer",
      publisher_name: "Sample Publisher",
      publisher_sub_id: "sub-42",
      state: "FL",
      zip_code: "02134",
      client_id: "1001",
      seconds_to_call: "3.000",
      seconds_to_connect: "9.000",
    });
    expect(await deliveryOf(answer.body.receipt_id)).toMatchObject({
      verdict: "accepted",
      reason: "",
      warnings: [],
      campaign_id: campaignId,
    });
  });

  test("the four required fields alone are enough: the outcome is stored, and nothing is fetched", async () => {
    const { api_key, connection_id, call_instance_id, call_date } = ariaBody();
    const answer = await post({ api_key, connection_id, call_instance_id, call_date });
    expect(answer).toMatchObject({ status: 200, body: { status: "accepted" } });
    expect(await callOf(answer.body.call_id)).toMatchObject({ recording_status: "none", operator_name: "", recording_url: null });
    expect(await outcomeOf(answer.body.call_id)).toMatchObject({ converted: null, revenue: null, is_duplicate: null });
    expect(await deliveryOf(answer.body.receipt_id)).toMatchObject({ verdict: "accepted", reason: "outcome_only" });
  });

  test.each([["application/x-www-form-urlencoded"], ["text/plain"]])("%s is read like JSON", async (contentType) => {
    const body = ariaBody();
    const answer = await post(contentType === "text/plain" ? `\uFEFF${JSON.stringify(body)}` : form(body), contentType);
    expect(answer).toMatchObject({ status: 200, body: { status: "accepted" } });
    expect(await outcomeOf(answer.body.call_id)).toMatchObject({ revenue: "45.0000", zip_code: "02134" });
  });

  test("a recording that comes in a later delivery is fetched then, and nothing said before is lost", async () => {
    const body = ariaBody();
    const first = await post({ ...body, recording: "" });
    expect(await callOf(first.body.call_id)).toMatchObject({ recording_status: "none" });
    const { api_key, connection_id, call_instance_id, call_date, recording } = body;
    const second = await post({ api_key, connection_id, call_instance_id, call_date, recording });
    expect(second.body).toMatchObject({ status: "accepted", call_id: first.body.call_id });
    expect(await callOf(first.body.call_id)).toMatchObject({ recording_status: "pending", recording_url: recording });
    expect(await outcomeOf(first.body.call_id)).toMatchObject({ revenue: "45.0000", converted: true });
  });

  test("what is missing or wrong among the required fields is named, all at once, and kept", async () => {
    const answer = await post({ ...ariaBody(), call_instance_id: " ", call_date: "13/45/2026 10:00:00 AM" });
    expect(answer.status).toBe(422);
    expect(answer.body.error.fields).toMatchObject([
      { path: "call_instance_id", code: "missing" },
      { path: "call_date", code: "malformed" },
    ]);
    expect(await deliveryOf(answer.body.receipt_id)).toMatchObject({
      verdict: "refused",
      reason: "invalid_fields",
      campaign_id: campaignId,
    });
  });

  test("a number that is none says nothing, is warned of, and refuses no call", async () => {
    const answer = await post({ ...ariaBody(), revenue: "NaN", cost: "1e999", duration: "soon", converted: "maybe", client_id: "x" });
    expect(answer.status).toBe(200);
    expect(await outcomeOf(answer.body.call_id)).toMatchObject({
      revenue: null,
      cost: null,
      duration_seconds: null,
      converted: null,
      client_id: "",
    });
    const { warnings } = (await deliveryOf(answer.body.receipt_id)) ?? {};
    expect(warnings.map(({ path }: { path: string }) => path).sort()).toEqual(["client_id", "converted", "cost", "duration", "revenue"]);
  });

  test("a caller who called before is a flag on a call that counts like any other", async () => {
    const answer = await post({ ...ariaBody(), is_duplicate: "true" });
    expect(answer.body.status).toBe("accepted");
    expect(await outcomeOf(answer.body.call_id)).toMatchObject({ is_duplicate: true });
    expect(await callOf(answer.body.call_id)).toMatchObject({ recording_status: "pending" });
  });

  test.each(["anonymous", "Restricted", "+1305555XXXX", "0000000000"])(
    "a caller hidden as %s is kept as it came and is no number",
    async (caller_id) => {
      const [one, other] = [await post({ ...ariaBody(), caller_id }), await post({ ...ariaBody(), caller_id })];
      expect(await callOf(one.body.call_id)).toMatchObject({ calling: caller_id, calling_normalized: "" });
      expect(other.body.call_id).not.toBe(one.body.call_id);
    },
  );

  test("the same call_instance_id of two connections is two calls", async () => {
    const other = await createConnection({ actor: "system", name: "Other", campaignId });
    const body = ariaBody();
    const first = await post(body);
    const second = await post({ ...body, api_key: other.key, connection_id: other.publicId });
    expect(second.body).toMatchObject({ status: "accepted" });
    expect(second.body.call_id).not.toBe(first.body.call_id);
  });

  test("one delivery fifty times at once is one call, one outcome and fifty 2xx", async () => {
    const body = ariaBody();
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(body)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body: { call_id } }) => call_id)).size).toBe(1);
    expect(answers.filter(({ body: { status } }) => status === "accepted")).toHaveLength(1);
    const [{ count }] =
      (await sqlClient`select count(*)::int from calls where external_id = ${String(body.call_instance_id)}`) as unknown as [
        { count: number },
      ];
    expect(count).toBe(1);
  });
});

describe("the credentials in the body", () => {
  test("every wrong combination is the same 401, and nothing is stored but that it was turned away", async () => {
    const other = await createConnection({ actor: "system", name: "Somebody else's", campaignId });
    const body = ariaBody();
    const before = await db.$count(deliveries);
    const wrong = [
      { ...body, api_key: other.key },
      { ...body, connection_id: other.publicId },
      { ...body, connection_id: "con_nobody" },
      { ...body, connection_id: undefined },
      { ...body, api_key: undefined },
      { ...body, api_key: `${connection.key.slice(0, -1)}x` },
      { ...body, api_key: { deep: connection.key } },
      { ...body, api_key: undefined, connection_id: undefined },
    ];
    const started = performance.now();
    for (const attempt of wrong) expect(await post(attempt)).toMatchObject({ status: 401, body: { error: { code: "unauthorized" } } });
    expect(performance.now() - started).toBeGreaterThanOrEqual(wrong.length * 49);
    expect(await db.$count(deliveries)).toBe(before);
    await flushUnauthorizedRequests();
    const noted = await db.select({ reason: unauthorizedRequests.reason, last4: unauthorizedRequests.keyLast4 }).from(unauthorizedRequests);
    expect(noted).toContainEqual({ reason: "other_connection", last4: connection.key.slice(-4) });
    expect(noted).toContainEqual({ reason: "missing", last4: "" });
  });

  test("a rotated key works beside its successor, and a disabled connection is closed at once", async () => {
    const own = await createConnection({ actor: "system", name: "Rotating", campaignId });
    const body = { ...ariaBody(), connection_id: own.publicId };
    const [key] = await sqlClient`select id from api_keys where connection_id = ${own.id}`;
    const successor = await rotateApiKey({ actor: "system", id: key?.id, overlapHours: 1 });
    expect((await post({ ...body, api_key: own.key })).status).toBe(200);
    expect((await post({ ...body, api_key: successor.key })).status).toBe(200);
    await setConnectionDisabled({ actor: "system", id: own.id, isDisabled: true });
    await expect.poll(async () => (await post({ ...body, api_key: successor.key })).status).toBe(401);
    await setConnectionDisabled({ actor: "system", id: own.id, isDisabled: false });
    await expect.poll(async () => (await post({ ...body, api_key: successor.key })).status).toBe(200);
  });

  test("a body that can't be read is answered with the place; with credentials in it, it is kept without the key", async () => {
    const broken = JSON.stringify(ariaBody()).replace('"buyer_name":', '"buyer_name" ');
    const answer = await post(broken);
    expect(answer).toMatchObject({ status: 400, body: { error: { code: "invalid_json", line: 1 } } });
    const stored = await deliveryOf(answer.body.receipt_id);
    expect(stored).toMatchObject({ verdict: "refused", reason: "invalid_json" });
    expect(stored?.raw.toString()).not.toContain(connection.key);
    const nobody = await post("{");
    expect(nobody).toMatchObject({ status: 400, body: { error: { code: "invalid_json" } } });
    expect(nobody.body.receipt_id).toBeUndefined();
    expect((await post("<xml/>", "application/xml")).status).toBe(415);
    expect((await post("x".repeat(300_000))).status).toBe(413);
  });

  test.each([
    ["as it is", (key: string) => ({ api_key: key })],
    ["in an address", (key: string) => ({ referrer_url: `https://x.example/?k=${key}` })],
    ["as the name of a field", (key: string) => ({ [key]: "1" })],
    ["deep in another field", (key: string) => ({ extra: [{ note: `key ${key}` }] })],
  ])("the key is nowhere in what is stored: %s", async (_, fields) => {
    const body = ariaBody(fields(connection.key));
    for (const text of [JSON.stringify(body), JSON.stringify(body).replaceAll("aud_", "\\u0061ud_")]) {
      const { body: answer } = await post(text);
      const { raw, headers, problems, warnings } = (await deliveryOf(answer.receipt_id)) ?? {};
      const kept = `${raw}${JSON.stringify([headers, problems, warnings])}`;
      expect(kept).not.toContain(connection.key);
      expect(kept).not.toContain(connection.key.slice(4));
      expect(JSON.stringify(await outcomeOf(answer.call_id))).not.toContain(connection.key);
    }
  });
});

describe("merging", () => {
  test("blanks never erase, an older event never overwrites a newer one, and repetition changes nothing", async () => {
    const body = ariaBody({ call_date: "11/20/2026 12:00:00 PM", revenue: "45.00", target_name: "Ana", state: "FL" });
    const { body: first } = await post(body);
    await post({ ...body, revenue: "", target_name: null, buyer_name: " " });
    expect(await outcomeOf(first.call_id)).toMatchObject({ revenue: "45.0000", target_name: "Ana", buyer_name: "Sample Buyer" });
    await post({ ...body, event_date: "11/20/2026 01:00:00 PM", revenue: "0", converted: "False" });
    expect(await outcomeOf(first.call_id)).toMatchObject({ revenue: "0.0000", converted: false });
    const late = await post({ ...body, event_date: "11/20/2026 12:30:00 PM", revenue: "99", target_name: "Eva" });
    expect(late.body).toMatchObject({ status: "duplicate", call_id: first.call_id });
    expect(await outcomeOf(first.call_id)).toMatchObject({ revenue: "0.0000", converted: false, target_name: "Ana" });
    const again = await post(body);
    expect(again.body).toMatchObject({ status: "duplicate", call_id: first.call_id });
    expect(await deliveryOf(again.body.receipt_id)).toMatchObject({ reason: "nothing_new" });
  });

  test("a disposition that comes after the call is added to it", async () => {
    const body = ariaBody({ converted: "False", revenue: "0", sale_amount: null });
    const { body: first } = await post(body);
    const { api_key, connection_id, call_instance_id, call_date } = body;
    await post({ api_key, connection_id, call_instance_id, call_date, converted: "True", revenue: "45", sale_amount: 120.5 });
    expect(await outcomeOf(first.call_id)).toMatchObject({
      converted: true,
      revenue: "45.0000",
      sale_amount: "120.5000",
      publisher_name: "Sample Publisher",
    });
  });
});

describe("the campaign", () => {
  test("a campaign of theirs becomes one of ours by its name, once, however many calls bring it at once", async () => {
    const fields = { campaign_id: "CA-77", campaign_name: "Solar Florida" };
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(ariaBody(fields))));
    const ids = new Set(await Promise.all(answers.map(async ({ body }) => (await callOf(body.call_id))?.campaign_id)));
    expect(ids.size).toBe(1);
    const made =
      await sqlClient`select c.id, s.source from campaigns c join campaign_sources s on s.campaign_id = c.id where name = 'Solar Florida'`;
    expect(made).toEqual([{ id: [...ids][0], source: "aria" }]);
  });

  test("where the connection makes none, calls of campaigns that are not mapped go to its own, and are there to be mapped", async () => {
    const own = await createConnection({ actor: "system", name: "Careful", campaignId, makesCampaigns: false });
    const answer = await post(ariaBody({ api_key: own.key, connection_id: own.publicId, campaign_id: "CA-1", campaign_name: "Roofs" }));
    expect(await callOf(answer.body.call_id)).toMatchObject({ campaign_id: campaignId });
    expect(
      await sqlClient`select external_id, external_name, campaign_id from connection_campaigns where connection_id = ${own.id}`,
    ).toEqual([{ external_id: "CA-1", external_name: "Roofs", campaign_id: null }]);
  });

  test("a call that learns its campaign later moves there, with its outcome", async () => {
    const body = ariaBody();
    const first = await post(body);
    expect(await callOf(first.body.call_id)).toMatchObject({ campaign_id: campaignId });
    await post({ ...body, campaign_id: "CA-late", campaign_name: "Late" });
    const moved = await callOf(first.body.call_id);
    expect(moved?.campaign_id).not.toBe(campaignId);
    expect(await outcomeOf(first.body.call_id)).toMatchObject({ campaign_id: moved?.campaign_id, external_campaign_name: "Late" });
  });

  test("an archived campaign refuses its calls, which are kept and can be replayed into another", async () => {
    const { id } = await createCampaign({ actor: "system", name: "Over", source: "aria" });
    const own = await createConnection({ actor: "system", name: "Of an ended campaign", campaignId: id });
    await archiveCampaign({ actor: "system", id });
    await expect
      .poll(async () => (await post(ariaBody({ api_key: own.key, connection_id: own.publicId }))).body.error?.code)
      .toBe("campaign_archived");
    const refused = await post(ariaBody({ api_key: own.key, connection_id: own.publicId }));
    const replayed = await replayDelivery({ actor: "system", id: refused.body.receipt_id, campaignId });
    expect(replayed).toMatchObject({ status: 200, body: { status: "accepted" } });
    expect(await callOf(String(replayed.body.call_id))).toMatchObject({ campaign_id: campaignId });
  });
});

describe("query pixels", () => {
  test("a GET is 405 unless the connection allows it; a known sender's is kept and can be replayed", async () => {
    expect((await get("")).status).toBe(405);
    expect((await get("?api_key=aud_x&connection_id=y")).status).toBe(401);
    const refused = await get(`?${form(ariaBody())}`);
    expect(refused).toMatchObject({ status: 405, body: { error: { code: "pixels_not_allowed" } } });
    const stored = await deliveryOf(refused.body.receipt_id);
    expect(stored).toMatchObject({ verdict: "refused", reason: "pixels_not_allowed" });
    expect(stored?.raw.toString()).not.toContain(connection.key);
    const replayed = await replayDelivery({ actor: "system", id: refused.body.receipt_id });
    expect(replayed).toMatchObject({ status: 200, body: { status: "accepted" } });
  });

  test("a lost + is put back, and an address that was cut is never fetched", async () => {
    const own = await createConnection({ actor: "system", name: "Pixels", campaignId, takesPixels: false });
    await updateConnection({ actor: "system", id: own.id, takesPixels: true });
    const credentials = `api_key=${own.key}&connection_id=${own.publicId}&call_date=2026-11-20T12:00:00-05:00`;
    const whole = await get(
      `?${credentials}&call_instance_id=p1&caller_id=+13055550123&recording=https%3A%2F%2Fr.example%2Fa.mp3%3Fsig%3D1%26e%3D2`,
    );
    expect(await callOf(whole.body.call_id)).toMatchObject({
      calling: "+13055550123",
      calling_normalized: "+13055550123",
      recording_url: "https://r.example/a.mp3?sig=1&e=2",
      recording_status: "pending",
    });
    for (const recording of ["https://r.example/a.mp3?sig=1&exp=2", "https://r.example/a.mp3?"]) {
      const cut = await get(`?${credentials}&call_instance_id=${encodeURIComponent(recording)}&recording=${recording}&duration=9`);
      expect(await callOf(cut.body.call_id)).toMatchObject({ recording_status: "none", recording_url: null });
      const { warnings } = (await deliveryOf(cut.body.receipt_id)) ?? {};
      expect(warnings).toContainEqual(expect.objectContaining({ path: "recording", code: "recording_cut" }));
    }
  });
});
