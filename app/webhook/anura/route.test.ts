import { beforeAll, describe, expect, test } from "vitest";
import { db, sqlClient } from "@/db/client";
import { operators } from "@/db/schema";
import { createApiKey } from "@/lib/api-keys/create-api-key";
import { revokeApiKey } from "@/lib/api-keys/revoke-api-key";
import { archiveCampaign } from "@/lib/campaigns/archive-campaign";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { flushUnauthorizedRequests } from "@/lib/reception/record-unauthorized-request";
import { replayDelivery } from "@/lib/reception/replay-delivery";
import { GET as health } from "./health/route";
import { POST } from "./route";
import { POST as POST_TEST } from "./test/route";

let key = "";
let campaignId = 0;
beforeAll(async () => {
  ({ key } = await createApiKey({ actor: "system", name: "PBX" }));
  ({ id: campaignId } = await createCampaign({ actor: "system", name: "Sales", source: "anura" }));
});

let calls = 0;
/** A whole END of a new call, as Anura sends it. */
function endedCall(fields: Record<string, unknown> = {}) {
  return {
    dialtime: "2026-11-20 12:00:00",
    direction: "inbound",
    calling: `11400${++calls}`,
    called: "08001234",
    status: "ANSWERED",
    duration: "62",
    billseconds: "60",
    wasrecorded: "true",
    audio_file_mp3: `https://recordings.example.com/${calls}.mp3`,
    accountname: "",
    accountextension: "201",
    queueagentname: "María López",
    answerterminal: "",
    campaign_id: campaignId,
    ...fields,
  };
}

type Sent = { body: BodyInit; headers?: Record<string, string>; door?: typeof POST };
async function send({ body, headers = {}, door = POST }: Sent) {
  const init = { method: "POST", body, headers: { "content-type": "application/json", "x-api-key": key, ...headers }, duplex: "half" };
  const response = await door(new Request("http://localhost/webhook/anura", init));
  return { status: response.status, headers: response.headers, body: await response.json() };
}
const sendCall = (fields?: Record<string, unknown>) => send({ body: JSON.stringify(endedCall(fields)) });
const deliveryOf = async (receiptId: string) => (await sqlClient`select * from deliveries where id = ${receiptId}`)[0];

describe("the answers of SPEC 4", () => {
  test("a recorded END is accepted with a receipt and a call, and is a duplicate of the same call when it comes again", async () => {
    const body = JSON.stringify(endedCall());
    const first = await send({ body });
    expect(first).toMatchObject({ status: 200, body: { status: "accepted" } });
    const second = await send({ body });
    expect(second).toMatchObject({ status: 200, body: { status: "duplicate", call_id: first.body.call_id } });
    expect(second.body.receipt_id).not.toBe(first.body.receipt_id);
    expect(await deliveryOf(first.body.receipt_id)).toMatchObject({
      verdict: "accepted",
      call_id: first.body.call_id,
      response_status: 200,
    });
  });

  test.each([
    ["START", { hooktrigger: "start" }, "not_end"],
    ["an END without recording", { wasrecorded: "no", audio_file_mp3: "" }, "not_recorded"],
    ["an END whose recording has no address yet", { audio_file_mp3: "" }, "no_recording_url"],
  ])("%s is ignored with its reason", async (_, fields, reason) => {
    const { status, body } = await sendCall(fields);
    expect({ status, body }).toMatchObject({ status: 200, body: { status: "ignored", reason, receipt_id: expect.any(String) } });
    if (reason === "no_recording_url") expect(body.call_id).toEqual(expect.any(String));
  });

  test("a body that is not JSON is told line, column and the placeholder left in, and is kept as it came", async () => {
    const raw = '{\n  "calling": {{ calling }}\n}';
    const { status, body } = await send({ body: raw });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code: "invalid_json", line: 2, hint: expect.stringContaining("calling") });
    const delivery = await deliveryOf(body.receipt_id);
    expect(delivery).toMatchObject({ verdict: "refused", reason: "invalid_json", response_status: 400 });
    expect(delivery?.raw.toString()).toBe(raw);
  });

  test("every missing field is named in one answer", async () => {
    const { calling, status: disposition, campaign_id, ...rest } = endedCall();
    const { status, body } = await send({ body: JSON.stringify(rest) });
    expect(status).toBe(422);
    expect(body.error.code).toBe("invalid_fields");
    expect(body.error.fields.map((field: { path: string }) => field.path).sort()).toEqual(["calling", "campaign_id", "status"]);
    expect([calling, disposition, campaign_id]).toHaveLength(3);
  });

  test("a campaign that is unknown, malformed, archived or fed by another source is refused with a code that says which", async () => {
    const other = await createCampaign({ actor: "system", name: "No source" });
    const archived = await createCampaign({ actor: "system", name: "Old", source: "anura" });
    await archiveCampaign({ actor: "system", id: archived.id });
    const codeFor = async (campaign_id: unknown) => {
      const { status, body } = await sendCall({ campaign_id });
      expect(status).toBe(422);
      return body.error.code;
    };
    expect(await codeFor(999_999)).toBe("unknown_campaign");
    expect(await codeFor("#1")).toBe("unknown_campaign");
    expect(await codeFor("<YOUR_CAMPAIGN_ID>")).toBe("unknown_campaign");
    expect(await codeFor(other.id)).toBe("wrong_source");
    expect(await codeFor(archived.id)).toBe("campaign_archived");
  });

  test("an encoding that we cannot read is 415 and kept; text/plain, a BOM and a form are read", async () => {
    const refused = await send({ body: "<xml/>", headers: { "content-type": "application/xml" } });
    expect(refused.status).toBe(415);
    expect(await deliveryOf(refused.body.receipt_id)).toMatchObject({ verdict: "refused", response_status: 415 });
    const json = JSON.stringify(endedCall());
    expect((await send({ body: `\ufeff${json}`, headers: { "content-type": "text/plain" } })).body.status).toBe("accepted");
    const form = new URLSearchParams(Object.entries(endedCall()).map(([name, value]) => [name, String(value)]));
    expect((await send({ body: form.toString(), headers: { "content-type": "application/x-www-form-urlencoded" } })).body.status).toBe(
      "accepted",
    );
  });

  test("a body over 256 KiB is 413, whether its length was declared or not, and leaves a trace", async () => {
    const large = Buffer.alloc(256 * 1024 + 1, "a");
    const declared = await send({ body: large, headers: { "content-length": String(large.length) } });
    const chunked = await send({ body: new Blob([large]).stream() });
    for (const { status, body } of [declared, chunked]) {
      expect({ status, code: body.error.code }).toEqual({ status: 413, code: "body_too_large" });
      expect(await deliveryOf(body.receipt_id)).toMatchObject({ verdict: "refused", reason: "body_too_large" });
    }
  });
});

test("every request without a good key gets the same 401 and body, leaves no delivery, and is counted with its last 4 for the admin", async () => {
  const revoked = await createApiKey({ actor: "system", name: "old" });
  await revokeApiKey({ actor: "system", id: revoked.id });
  const [before] = await sqlClient`select count(*)::int as count from deliveries`;
  const headers = [{ "x-api-key": "" }, { "x-api-key": "nonsense" }, { "x-api-key": `${key.slice(0, -1)}!` }, { "x-api-key": revoked.key }];
  for (const header of headers) {
    const answer = await send({ body: "not even read", headers: { ...header, "x-forwarded-for": "198.51.100.7, 192.0.2.9" } });
    expect(answer).toMatchObject({ status: 401, body: { error: { code: "unauthorized" } } });
    expect(Object.keys(answer.body)).toEqual(["error"]);
  }
  const [after] = await sqlClient`select count(*)::int as count from deliveries`;
  expect(after).toEqual(before);
  await flushUnauthorizedRequests();
  const rows =
    await sqlClient`select reason, key_last4 as last4, remote_address as address, count from unauthorized_requests order by reason`;
  expect(rows.map(({ reason }) => reason)).toEqual(["missing", "malformed", "malformed", "revoked"]);
  expect(rows.at(-1)).toMatchObject({ last4: revoked.last4, address: "192.0.2.9", count: "1" });
});

test("fifty identical requests at once are fifty 2xx, one call and one acceptance", async () => {
  const body = JSON.stringify(endedCall({ cdrid: "12345678901234567890" }));
  const answers = await Promise.all(Array.from({ length: 50 }, () => send({ body })));
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  expect(new Set(answers.map(({ body: { call_id } }) => call_id)).size).toBe(1);
  expect(answers.filter(({ body: { status } }) => status === "accepted")).toHaveLength(1);
  const [row] = await sqlClient`select count(*)::int as calls from calls where external_id = '12345678901234567890'`;
  expect(row?.calls).toBe(1);
});

test("the key is kept nowhere in what a delivery stores", async () => {
  const { body } = await send({ body: JSON.stringify(endedCall()), headers: { authorization: "Bearer hidden", cookie: "session=hidden" } });
  const [row] = await sqlClient`select d::text as text from deliveries d where id = ${body.receipt_id}`;
  expect(row?.text).not.toContain(key);
  expect(row?.text).not.toContain("hidden");
});

test("the test door says what would happen, and stores nothing", async () => {
  const trace = async () =>
    (
      await sqlClient`select (select count(*) from deliveries) as deliveries, (select count(*) from calls) as calls, (select count(*) from operators) as operators`
    )[0];
  const before = await trace();
  const call = endedCall({ queueagentname: "Nobody Yet", called: "{{ called }}" });
  const fresh = await send({ body: JSON.stringify(call), door: POST_TEST });
  expect(fresh).toMatchObject({
    status: 200,
    body: {
      status: "valid",
      would: { status: "accepted", makes_task: true, is_new_call: true },
      operator: { name: "Nobody Yet", is_known: false },
    },
  });
  expect(fresh.body.warnings).toMatchObject([{ path: "called", code: "unreplaced_variable" }]);
  expect((await send({ body: "{", door: POST_TEST })).status).toBe(400);
  expect((await send({ body: "{}", door: POST_TEST })).body.error.code).toBe("invalid_fields");
  expect((await send({ body: "{}", headers: { "x-api-key": "wrong" }, door: POST_TEST })).status).toBe(401);
  expect(await trace()).toEqual(before);

  await send({ body: JSON.stringify(call) });
  expect((await send({ body: JSON.stringify(call), door: POST_TEST })).body.would).toMatchObject({
    status: "duplicate",
    makes_task: false,
  });
});

test("the health door answers without a key", async () => {
  const response = health();
  expect({ status: response.status, body: await response.json() }).toEqual({ status: 200, body: { status: "ok" } });
});

test("a delivery refused for its campaign can be pointed to a campaign and replayed, as a marked delivery of its own", async () => {
  for (const campaign_id of [999_999, "<YOUR_CAMPAIGN_ID>"]) {
    const refused = await sendCall({ campaign_id });
    const answer = await replayDelivery({ actor: "system", id: refused.body.receipt_id, campaignId });
    expect(answer).toMatchObject({ status: 200, body: { status: "accepted" } });
    expect(await deliveryOf(String(answer.body.receipt_id))).toMatchObject({ replay_of: refused.body.receipt_id, campaign_id: campaignId });
    expect(await deliveryOf(refused.body.receipt_id)).toMatchObject({ verdict: "refused" });
  }
});

test("a delivery that made a call stays with its campaign: pointed to another it would be a second call", async () => {
  const other = await createCampaign({ actor: "system", name: "Other", source: "anura" });
  const { body } = await sendCall();
  await expect(replayDelivery({ actor: "system", id: body.receipt_id, campaignId: other.id })).rejects.toMatchObject({ code: "conflict" });
  expect(await replayDelivery({ actor: "system", id: body.receipt_id })).toMatchObject({
    body: { status: "duplicate", call_id: body.call_id },
  });
});

test("no operator is made before the recording is taken in", async () => {
  await sendCall({ queueagentname: "Later Person" });
  expect(await db.select().from(operators)).toEqual([]);
});
