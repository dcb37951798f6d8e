import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeCampaign } from "@/db/testing/make-task";
import { createApiKey } from "@/lib/api-keys/create-api-key";
import type { Viewer } from "@/lib/auth/viewer";
import { recordDelivery } from "@/lib/campaigns/testing/record-delivery";
import { flushUnauthorizedRequests, recordUnauthorizedRequest } from "@/lib/reception/record-unauthorized-request";
import { diagnoseSilence } from "./diagnose-silence";

const admin: Viewer = { userId: "0199a1b2-0000-7000-8000-000000000001", role: "admin", campaignIds: [], operatorId: null };
const apiKeyId = randomUUID();
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
let campaignId = 0;

beforeEach(async () => {
  await sqlClient`delete from deliveries`;
  await sqlClient`delete from unauthorized_requests`;
  campaignId = await makeCampaign();
});

const causes = (options: { source?: "anura" | "aria" } = {}) => diagnoseSilence({ viewer: admin, campaignId, source: "anura", ...options });
const own = (input: Partial<Parameters<typeof recordDelivery>[0]>) => recordDelivery({ campaignId, apiKeyId, ...input });
const refused = { verdict: "refused" as const, responseStatus: 422 };

test("where nothing was sent at all, that is the cause, and a sample of ours does not count", async () => {
  await recordDelivery({ campaignId, apiKeyId: null });
  expect(await causes()).toEqual([{ kind: "nothing_arrived" }]);
});

test("a wrong key of the last hour is told by its reason, its last 4, its sender and when; that of another source, or older, is not", async () => {
  const request = { source: "anura" as const, reason: "unknown" as const, keyLast4: "9xYz", remoteAddress: "203.0.113.7" };
  recordUnauthorizedRequest(request);
  recordUnauthorizedRequest(request);
  recordUnauthorizedRequest({ ...request, source: "aria" });
  await flushUnauthorizedRequests();
  const [cause, ...others] = await causes();
  expect(cause).toMatchObject({ kind: "wrong_key", reason: "unknown", keyLast4: "9xYz", remoteAddress: "203.0.113.7", count: 2 });
  expect(others).toEqual([]);
  await sqlClient`update unauthorized_requests set last_at = now() - interval '61 minutes'`;
  expect(await causes()).toEqual([{ kind: "nothing_arrived" }]);
});

test("a body that is not JSON is told by line, column and the placeholder left in, once however often it came", async () => {
  const raw = Buffer.from('{\n  "duration": {{ duration }}\n}');
  for (const minutes of [1, 2]) await own({ ...refused, campaignId: null, reason: "invalid_json", raw, receivedAt: minutesAgo(minutes) });
  await own({ ...refused, campaignId: null, reason: "invalid_json", raw, receivedAt: minutesAgo(16), source: "anura" });
  await own({ ...refused, campaignId: null, reason: "body_too_large", receivedAt: minutesAgo(3) });
  expect(await causes()).toMatchObject([
    { kind: "unreadable_body", reason: "invalid_json", place: { line: 2, column: 16, placeholder: "{{ duration }}" } },
    { kind: "unreadable_body", reason: "body_too_large", place: null },
  ]);
});

test("a body without a campaign's number is told with what stood in its place", async () => {
  const problems = [{ path: "campaign_id", code: "no_value", message: "" }];
  const raw = Buffer.from('{"campaign_id": "{{ campaign }}"}');
  await own({ ...refused, campaignId: null, reason: "invalid_fields", problems, raw });
  expect(await causes()).toMatchObject([{ kind: "no_campaign_number", sent: "{{ campaign }}" }]);
});

test("variables that were not replaced are told by field and by what was sent", async () => {
  const warnings = [{ path: "calling", code: "unreplaced_variable", message: "" }];
  const raw = Buffer.from('{"calling": "{{ caling }}"}');
  await own({ verdict: "ignored", reason: "not_recorded", warnings, raw });
  expect(await causes()).toMatchObject([
    { kind: "unreplaced_placeholders", fields: [{ path: "calling", sent: "{{ caling }}" }] },
    { kind: "not_recorded", count: 1 },
  ]);
});

test("campaigns that were named instead of this one are told with the key's name, those that take no calls first", async () => {
  const { id } = await createApiKey({ actor: "system", name: "PBX of the office" });
  const taking = await makeCampaign();
  await recordDelivery({ campaignId: taking, apiKeyId: id, receivedAt: minutesAgo(1) });
  await recordDelivery({ campaignId: taking, apiKeyId: id, receivedAt: minutesAgo(2) });
  await recordDelivery({ campaignId: 999_999, apiKeyId, ...refused, reason: "unknown_campaign", receivedAt: minutesAgo(3) });
  await recordDelivery({ campaignId: taking + 1, apiKeyId, ...refused, reason: "campaign_archived", receivedAt: minutesAgo(4) });
  await recordDelivery({ campaignId: 888_888, apiKeyId, ...refused, reason: "unknown_campaign", receivedAt: minutesAgo(20) });
  await recordDelivery({ campaignId: 777_777, apiKeyId, ...refused, source: "aria", reason: "wrong_source" });
  expect(await causes()).toMatchObject([
    { kind: "other_campaign", campaignId: 999_999, problem: "unknown_campaign", keyName: null },
    { kind: "other_campaign", campaignId: taking + 1, problem: "campaign_archived" },
    { kind: "other_campaign", campaignId: taking, problem: "taken", count: 2, keyName: "PBX of the office" },
  ]);
});

test("only events from before the end, only calls without a recording, or without its address, are each told", async () => {
  await own({ verdict: "ignored", reason: "not_end", eventKind: "START" });
  await own({ verdict: "ignored", reason: "not_end", eventKind: "TALK", receivedAt: minutesAgo(1) });
  expect(await causes()).toEqual([{ kind: "not_ended", eventKinds: ["START", "TALK"], count: 2 }]);
  await own({ verdict: "ignored", reason: "not_recorded" });
  await own({ verdict: "ignored", reason: "no_recording_url" });
  expect(await causes()).toEqual([
    { kind: "not_recorded", count: 1 },
    { kind: "no_recording_url", count: 1 },
  ]);
});

test("fields that are wrong and a campaign that is archived are told", async () => {
  const problems = ["duration", "duration", "dialtime"].map((path) => ({ path, code: "missing", message: "" }));
  await own({ ...refused, reason: "invalid_fields", problems });
  await own({ ...refused, reason: "campaign_archived" });
  expect(await causes()).toMatchObject([{ kind: "archived" }, { kind: "invalid_fields", paths: ["duration", "dialtime"] }]);
});

test("once a call was accepted there is nothing to explain, whatever else came", async () => {
  await own({ verdict: "ignored", reason: "not_end" });
  await own({ verdict: "accepted", receivedAt: minutesAgo(5) });
  recordUnauthorizedRequest({ source: "anura", reason: "missing", keyLast4: "", remoteAddress: "203.0.113.7" });
  await flushUnauthorizedRequests();
  expect(await causes()).toEqual([]);
});

test("nobody but an admin is told", async () => {
  for (const role of ["supervisor", "auditor", "agent"] as const) {
    const viewer: Viewer = { ...admin, role, campaignIds: [campaignId] };
    await expect(diagnoseSilence({ viewer, campaignId, source: "anura" })).rejects.toMatchObject({ code: "not_found" });
  }
});
