import { beforeAll, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { onNotification } from "@/db/notifications";
import type { Viewer } from "@/lib/auth/viewer";
import { nextDelaySeconds, RETRY_DELAYS_SECONDS } from "./attempts/retry-schedule";
import { recordTakeInFailure } from "./record-take-in-failure";
import { retryRecordingNow } from "./retry-recording-now";
import { makeCampaign, makePendingCall } from "./testing/pending-call";

const recordingUrl = "https://recordings.example.com/a.wav";
const nobody = { userId: "0199a1b2-0000-7000-8000-000000000001", campaignIds: [], operatorId: null };
let campaignId = 0;
beforeAll(async () => {
  campaignId = await makeCampaign();
});

async function stateOf(callId: string) {
  const [call] = await sqlClient`select recording_status as status, recording_failure as failure, recording_attempt_count as attempts,
    dispatched_at as "dispatchedAt", next_attempt_at <= now() as "isDue" from calls where id = ${callId}`;
  return call;
}

test("the schedule waits longer each time, never less than it says, and ends", () => {
  const waits = (random: number) =>
    RETRY_DELAYS_SECONDS.map((_, i) => nextDelaySeconds({ failedAttemptCount: i + 1, retryAfterSeconds: null, random }));
  expect(waits(0)).toEqual([...RETRY_DELAYS_SECONDS]);
  expect(waits(0.5)[0]).toBeCloseTo(2.1);
  expect(nextDelaySeconds({ failedAttemptCount: RETRY_DELAYS_SECONDS.length + 1, retryAfterSeconds: 60 })).toBeNull();
  expect(nextDelaySeconds({ failedAttemptCount: 1, retryAfterSeconds: 600, random: 0 })).toBe(600);
  expect(nextDelaySeconds({ failedAttemptCount: 9, retryAfterSeconds: 1, random: 0 })).toBe(1_800);
});

test("a taking in that broke off leaves its reason, and the call where the sweep finds it", async () => {
  const callId = await makePendingCall({ campaignId, recordingUrl });
  await recordTakeInFailure({ callId, reason: "the disk is full" });
  expect(await stateOf(callId)).toMatchObject({ status: "pending", failure: "the disk is full" });
});

test("a taking in that breaks off every time ends as unavailable, and one that is over is not touched", async () => {
  const hopeless = await makePendingCall({ campaignId, recordingUrl, dispatchCount: 10 });
  const gone = await makePendingCall({ campaignId, recordingUrl, recordingStatus: "unavailable", recordingFailure: "gone" });
  for (const callId of [hopeless, gone]) await recordTakeInFailure({ callId, reason: "a bug" });
  expect(await stateOf(hopeless)).toMatchObject({ status: "unavailable", failure: "a bug" });
  expect(await stateOf(gone)).toMatchObject({ status: "unavailable", failure: "gone" });
});

test("try again now wakes the relay, and is for admins, supervisors of the campaign and the installation itself", async () => {
  const told: string[] = [];
  const stop = onNotification("call_ready", (payload) => void told.push(payload));
  await expect.poll(() => told.length, { timeout: 10_000 }).toBe(1);
  const unavailable = { recordingStatus: "unavailable", recordingFailure: "gone", recordingAttemptCount: 15 } as const;
  const mayNot: Viewer[] = [
    { ...nobody, role: "supervisor", campaignIds: [campaignId + 1] },
    { ...nobody, role: "auditor", campaignIds: [campaignId] },
    { ...nobody, role: "agent", campaignIds: [campaignId] },
  ];
  const callId = await makePendingCall({ campaignId, recordingUrl, ...unavailable });
  for (const actor of mayNot) await expect(retryRecordingNow({ callId, actor })).rejects.toMatchObject({ code: "not_found" });
  expect(await stateOf(callId)).toMatchObject({ status: "unavailable", attempts: 15 });
  const may = ["system", { ...nobody, role: "admin" }, { ...nobody, role: "supervisor", campaignIds: [campaignId] }] as const;
  for (const actor of may) {
    const id = await makePendingCall({ campaignId, recordingUrl, ...unavailable });
    expect(
      await retryRecordingNow({ callId: id, actor: actor === "system" ? actor : { ...actor, campaignIds: [...actor.campaignIds] } }),
    ).toEqual({
      status: "queued",
    });
    expect(await stateOf(id)).toEqual({ status: "pending", failure: null, attempts: 0, dispatchedAt: null, isDue: true });
  }
  await expect.poll(() => told.length, { timeout: 10_000 }).toBe(4);
  expect(await sqlClient`select distinct action, details->'status' as status from audit_log`).toEqual([
    { action: "recording.retried", status: { from: "unavailable", to: "pending" } },
  ]);
  stop();
});

test("try again now leaves an attempt that is under way alone", async () => {
  const callId = await makePendingCall({ campaignId, recordingUrl, recordingAttemptCount: 7 });
  await sqlClient`update calls set claimed_until = now() + interval '1 minute' where id = ${callId}`;
  expect(await retryRecordingNow({ callId, actor: "system" })).toEqual({ status: "in_progress" });
  expect(await stateOf(callId)).toMatchObject({ attempts: 7 });
});
