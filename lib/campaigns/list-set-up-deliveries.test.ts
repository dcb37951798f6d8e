import { expect, test } from "vitest";
import { db } from "@/db/client";
import { recordingAttempts } from "@/db/schema";
import { makeTask } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { makeCampaign, makePendingCall } from "@/lib/recordings/testing/pending-call";
import { SAMPLE_USER_AGENT } from "@/lib/sample-calls/sample-user-agent";
import { listSetUpDeliveries } from "./list-set-up-deliveries";
import { recordDelivery } from "./testing/record-delivery";

const admin: Viewer = { userId: "0199a1b2-0000-7000-8000-000000000001", role: "admin", campaignIds: [], operatorId: null };
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

test("who sets a source up sees its campaign's newest events and recent ones that name no campaign, never another campaign's", async () => {
  const old = await recordDelivery({ campaignId: 7, receivedAt: minutesAgo(600) });
  await recordDelivery({ campaignId: 8, receivedAt: minutesAgo(1) });
  await recordDelivery({ campaignId: null, receivedAt: minutesAgo(20) });
  await recordDelivery({ campaignId: null, source: "aria", receivedAt: minutesAgo(1) });
  const problems = [{ path: "duration", code: "missing", message: "" }];
  const warnings = [{ path: "calling", code: "unreplaced_variable", message: "" }];
  const raw = Buffer.from('{"calling": "{{ caling }}"}');
  const nameless = await recordDelivery({
    campaignId: null,
    verdict: "refused",
    reason: "invalid_json",
    raw: Buffer.from("{"),
    receivedAt: minutesAgo(2),
  });
  const newest = await recordDelivery({
    campaignId: 7,
    verdict: "refused",
    reason: "invalid_fields",
    problems,
    warnings,
    raw,
    receivedAt: minutesAgo(1),
  });
  const listed = await listSetUpDeliveries({ viewer: admin, campaignId: 7, source: "anura" });
  const remarks = [
    { path: "duration", code: "missing", isWarning: false, sent: null },
    { path: "calling", code: "unreplaced_variable", isWarning: true, sent: "{{ caling }}" },
  ];
  expect(listed).toMatchObject([
    { id: newest, campaignId: 7, reason: "invalid_fields", remarks, place: null },
    { id: nameless, campaignId: null, reason: "invalid_json", remarks: [], place: { line: 1, column: 2 } },
    { id: old, campaignId: 7, reason: "", remarks: [], place: null, call: null, isSample: false },
  ]);
  expect(await listSetUpDeliveries({ viewer: admin, campaignId: 7, source: "anura", limit: 1 })).toHaveLength(1);
});

test("events that name no campaign never hide that the campaign has had one", async () => {
  const own = await recordDelivery({ campaignId: 9, receivedAt: minutesAgo(600) });
  for (const minutes of [1, 2, 3, 4, 5, 6]) await recordDelivery({ campaignId: null, verdict: "refused", receivedAt: minutesAgo(minutes) });
  const listed = await listSetUpDeliveries({ viewer: admin, campaignId: 9, source: "anura", limit: 5 });
  expect(listed.map(({ campaignId }) => campaignId)).toEqual([null, null, null, null, 9]);
  expect(listed.at(-1)?.id).toBe(own);
});

test("an event is told with where its call stands: the recording being tried and why, then its task", async () => {
  const campaignId = await makeCampaign();
  const recordingUrl = "https://recordings.example.com/a.mp3";
  const waiting = await makePendingCall({ campaignId, recordingUrl, nextAttemptAt: minutesAgo(-1) });
  await db.insert(recordingAttempts).values({
    ...{
      callId: waiting,
      startedAt: minutesAgo(1),
      durationMs: 10,
      outcome: "retry",
      reason: "not_found",
      detail: "404",
      url: recordingUrl,
    },
    receivedBytes: 0,
  });
  const done = await makeTask({ campaignId });
  await recordDelivery({ campaignId, callId: waiting, receivedAt: minutesAgo(1) });
  await recordDelivery({ campaignId, callId: done.callId, headers: { "user-agent": SAMPLE_USER_AGENT }, receivedAt: minutesAgo(2) });
  const listed = await listSetUpDeliveries({ viewer: admin, campaignId, source: "anura" });
  const [newest, older] = listed.filter((delivery) => delivery.campaignId === campaignId);
  expect(newest?.call).toMatchObject({ recordingStatus: "pending", lastAttempt: { reason: "not_found", detail: "404" }, taskId: null });
  expect(newest?.call?.nextAttemptAt).toBeInstanceOf(Date);
  expect(older).toMatchObject({ isSample: true, call: { recordingStatus: "stored", taskId: done.taskId, lastAttempt: null } });
});

test("nobody but an admin sees what arrives", async () => {
  for (const role of ["supervisor", "auditor", "agent"] as const) {
    const viewer: Viewer = { ...admin, role, campaignIds: [7] };
    await expect(listSetUpDeliveries({ viewer, campaignId: 7, source: "anura" })).rejects.toMatchObject({ code: "not_found" });
  }
});
