import { beforeEach, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeCampaign, makeUser } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { advanceJob } from "@/lib/jobs/advance-job";
import { cancelJob } from "@/lib/jobs/cancel-job";
import { getJob } from "@/lib/jobs/get-job";
import { requestJob } from "@/lib/jobs/request-job";
import { anuraBody } from "@/lib/sources/anura/testing/anura-body";
import { readDelivery } from "./read-delivery";
import { receiveBody } from "./receive-body";
import type { RefusedDeliveries } from "./refused-deliveries";
import { replayDelivery } from "./replay-delivery";
import { replayRefusedDeliveries } from "./replay-refused-deliveries";

const UNKNOWN_CAMPAIGN = 2_000_000_000;
let viewer: Viewer;

beforeEach(async () => {
  await sqlClient`truncate deliveries`;
  viewer = { userId: await makeUser(), role: "admin", campaignIds: [], operatorId: null };
});

/** Takes in what Anura sends; returns the receipt. */
async function send(body: Record<string, unknown> | string): Promise<string> {
  const raw = Buffer.from(typeof body === "string" ? body : JSON.stringify(anuraBody(body)));
  const { body: answer } = await receiveBody({
    source: "anura",
    body: { raw, problem: null },
    apiKeyId: null,
    remoteAddress: "192.0.2.1",
    contentType: "application/json",
    headers: {},
  });
  return String(answer.receipt_id);
}

const all = (overrides: Partial<RefusedDeliveries> = {}): RefusedDeliveries => ({
  reasons: [],
  sources: [],
  campaignIds: [],
  apiKeyIds: [],
  receivedFrom: null,
  receivedBefore: new Date(Date.now() + 1).toISOString(),
  text: "",
  toCampaignId: null,
  ...overrides,
});

const replaysOf = (id: string) =>
  sqlClient`select id, verdict, reason, campaign_id as "campaignId", call_id as "callId" from deliveries where replay_of = ${id} order by id`;
const entriesOf = (id: string) =>
  sqlClient`select action, details from audit_log where object_kind = 'delivery' and object_id = ${id} order by seq`;

test("a delivery for the wrong campaign is pointed to the right one, and pointed again it is the same call", async () => {
  const { id: campaignId } = await createCampaign({ actor: "system", name: "Right", source: "anura" });
  const receipt = await send({ campaign_id: UNKNOWN_CAMPAIGN });
  const first = await replayDelivery({ actor: viewer, id: receipt, campaignId });
  const second = await replayDelivery({ actor: viewer, id: receipt, campaignId });
  expect(first.body).toMatchObject({ status: "accepted" });
  expect(second.body).toMatchObject({ status: "duplicate", call_id: first.body.call_id });
  expect(await replaysOf(receipt)).toMatchObject([
    { verdict: "accepted", campaignId },
    { verdict: "duplicate", campaignId },
  ]);
  expect(await entriesOf(receipt)).toMatchObject([
    { action: "delivery.replayed", details: { campaignId, isCorrected: false, replayId: first.body.receipt_id } },
    { action: "delivery.replayed" },
  ]);
});

test("a delivery that made a call is not sent to another campaign", async () => {
  const [own, other] = await Promise.all(["Own", "Other"].map((name) => createCampaign({ actor: "system", name, source: "anura" })));
  const receipt = await send({ campaign_id: own?.id });
  await expect(replayDelivery({ actor: viewer, id: receipt, campaignId: other?.id })).rejects.toMatchObject({
    code: "conflict",
    details: { problem: "other_campaign" },
  });
  expect(await replaysOf(receipt)).toEqual([]);
});

test("a corrected body is taken in as a copy, and the original stays as it came", async () => {
  const { id } = await createCampaign({ actor: "system", name: "Corrected", source: "anura" });
  const receipt = await send('{"dialtime": }');
  const raw = Buffer.from(JSON.stringify(anuraBody({ campaign_id: id })));
  await replayDelivery({ actor: viewer, id: receipt, raw });
  expect(await replaysOf(receipt)).toMatchObject([{ verdict: "accepted", campaignId: id }]);
  const { delivery, replays } = await readDelivery({ viewer, id: receipt });
  expect(delivery).toMatchObject({ verdict: "refused", reason: "invalid_json", raw: Buffer.from('{"dialtime": }') });
  expect(replays).toHaveLength(1);
});

test("a body that did not arrive whole is replayed only when it was corrected", async () => {
  const { body } = await receiveBody({
    source: "anura",
    body: { raw: Buffer.from('{"dial'), problem: "cut_off" },
    ...{ apiKeyId: null, remoteAddress: "192.0.2.1", contentType: "", headers: {} },
  });
  await expect(replayDelivery({ actor: viewer, id: String(body.receipt_id) })).rejects.toMatchObject({ details: { problem: "cut_off" } });
  await expect(replayDelivery({ actor: viewer, id: String(body.receipt_id), raw: Buffer.alloc(300_000, 32) })).rejects.toMatchObject({
    code: "too_large",
  });
});

test("a job replays what is refused for a reason once each, whatever is repeated, and leaves its own replays alone", async () => {
  const receipts: string[] = [];
  for (let index = 0; index < 30; index++) receipts.push(await send({ campaign_id: UNKNOWN_CAMPAIGN, cdrid: `job-${index}` }));
  await send("not JSON");
  const [replayed = ""] = receipts;
  // Its replay stands for it.
  await replayDelivery({ actor: viewer, id: replayed });
  const { id: campaignId } = await createCampaign({ actor: "system", name: "Made at last", source: "anura" });
  const params = all({ reasons: ["unknown_campaign"], toCampaignId: campaignId });
  const { id: jobId, totalCount } = await requestJob({ viewer, kind: "replay_deliveries", params });
  expect(totalCount).toBe(30);

  // A step that was done and then lost, as by a crash before its progress was saved.
  await replayRefusedDeliveries.advance({ viewer, params, position: null, jobId });
  while (!(await advanceJob({ jobId })).isOver);
  expect(await getJob({ viewer, id: jobId })).toMatchObject({ status: "completed", doneCount: 30, failedCount: 0, problems: [] });
  const [counted] = await sqlClient`
    select count(*)::int as replays, count(distinct call_id)::int as calls from deliveries where campaign_id = ${campaignId} and replay_of is not null`;
  expect(counted).toEqual({ replays: 30, calls: 30 });
  expect(await replayRefusedDeliveries.count({ viewer, params: all({ reasons: ["unknown_campaign"] }) })).toBe(0);
});

test("a job tells of each delivery that is refused again, and stops when it is told to", async () => {
  for (let index = 0; index < 3; index++) await send({ campaign_id: UNKNOWN_CAMPAIGN, cdrid: `again-${index}` });
  const order = () => requestJob({ viewer, kind: "replay_deliveries", params: all() });
  const { id: jobId } = await order();
  while (!(await advanceJob({ jobId })).isOver);
  const job = await getJob({ viewer, id: jobId });
  expect(job).toMatchObject({ status: "completed", doneCount: 0, failedCount: 3 });
  expect(job.problems[0]?.message).toBe(`Campaign ID #${UNKNOWN_CAMPAIGN} does not exist.`);

  const { id: cancelledId } = await order();
  await cancelJob({ viewer, id: cancelledId });
  expect(await advanceJob({ jobId: cancelledId })).toEqual({ isOver: true });
  expect(await getJob({ viewer, id: cancelledId })).toMatchObject({ status: "cancelled", doneCount: 0 });
});

test("a job ends when the right of whoever ordered it is taken away", async () => {
  await send({ campaign_id: UNKNOWN_CAMPAIGN });
  const { id: jobId } = await requestJob({ viewer, kind: "replay_deliveries", params: all() });
  await sqlClient`update users set role = 'supervisor' where id = ${viewer.userId}`;
  while (!(await advanceJob({ jobId })).isOver);
  expect(await getJob({ viewer, id: jobId })).toMatchObject({ status: "failed", doneCount: 0 });
});

test("a delivery is explained field by field, and that it was read is kept once an hour", async () => {
  const campaignId = await makeCampaign();
  const receipt = await send({
    campaign_id: campaignId,
    duration: "soon",
    accountname: "{{ acountname }}",
    extra: { a: 1 },
    answerterminal: undefined,
  });
  const { fields, delivery } = await readDelivery({ viewer, id: receipt });
  await readDelivery({ viewer, id: receipt });
  const byPath = new Map(fields.map((field) => [field.path, field]));
  expect(delivery.reason).toBe("invalid_fields");
  expect(byPath.get("dialtime")).toEqual({
    path: "dialtime",
    sent: "2026-11-20 12:00:00",
    made: { kind: "instant", at: new Date("2026-11-20T15:00:00Z") },
    state: "ok",
    messages: [],
  });
  expect(byPath.get("duration")).toMatchObject({ sent: "soon", made: null, state: "error" });
  expect(byPath.get("answerterminal")).toMatchObject({ sent: null, state: "error", messages: ["answerterminal is not in the body."] });
  expect(byPath.get("accountname")).toMatchObject({ state: "warning", made: null });
  expect(byPath.get("queueagentname")).toMatchObject({ made: { kind: "text", text: "María López" }, state: "ok" });
  expect(byPath.get("extra")).toMatchObject({ sent: '{"a":1}', state: "unused" });
  expect(await entriesOf(receipt)).toMatchObject([{ action: "delivery.read" }]);
});

test("nobody but an admin reads, replays or counts what was refused", async () => {
  const receipt = await send({ campaign_id: UNKNOWN_CAMPAIGN });
  for (const role of ["supervisor", "auditor", "agent"] as const) {
    const other = { ...viewer, role };
    await expect(readDelivery({ viewer: other, id: receipt })).rejects.toMatchObject({ code: "not_found" });
    await expect(replayDelivery({ actor: other, id: receipt })).rejects.toMatchObject({ code: "not_found" });
    await expect(requestJob({ viewer: other, kind: "replay_deliveries", params: all() })).rejects.toMatchObject({ code: "not_found" });
  }
  expect(await entriesOf(receipt)).toEqual([]);
});
