import { beforeEach, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeCampaign, makeTask } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { RETRY_SECONDS } from "@/lib/claims/retry-wait";
import { cancelTranscription } from "./cancel-transcription";
import { claimTranscription } from "./claim-transcription";
import { dispatchTranscriptions } from "./dispatch-transcriptions";
import { recordTranscriptionFailure } from "./record-transcription-failure";
import { requestTranscription } from "./request-transcription";
import { resumeWaitingTranscriptions } from "./resume-waiting-transcriptions";
import { TranscriberFailure } from "./transcriber-failure";

const admin: Viewer = { userId: "0199a1b2-0000-7000-8000-000000000001", role: "admin", campaignIds: [], operatorId: null };

let campaignId = 0;
beforeEach(async () => {
  await sqlClient`delete from transcriptions`;
  campaignId = await makeCampaign();
});

async function queued(): Promise<string> {
  const { taskId } = await makeTask({ campaignId });
  await sqlClient`insert into transcriptions (task_id) values (${taskId})`;
  return taskId;
}
const stateOf = async (taskId: string) =>
  (
    await sqlClient`select t.status as task, t.failure as words, x.status, x.failure, x.attempt_count as attempts, x.next_attempt_at > now() as waits
      from tasks t left join transcriptions x on x.task_id = t.id where t.id = ${taskId}`
  )[0];
async function dispatch(limit: number): Promise<string[]> {
  const sent: string[] = [];
  await dispatchTranscriptions({ limit, send: async (all) => void sent.push(...all.map(({ taskId }) => taskId)) });
  return sent;
}
async function claim(taskId: string) {
  const claimed = await claimTranscription(taskId);
  if (!claimed) throw new Error("It could not be claimed.");
  return claimed;
}

test("as many are handed on as may run at once, oldest first, and the next one when one has ended", async () => {
  const [first, second, third] = [await queued(), await queued(), await queued()];
  expect((await dispatch(2)).sort()).toEqual([first, second].sort());
  expect(await dispatch(2)).toEqual([]);
  await claim(first);
  await cancelTranscription({ viewer: admin, taskId: first });
  expect(await dispatch(2)).toEqual([third]);
});

test("what was handed on and forgotten, or whose worker died, is handed on again", async () => {
  const [forgotten, orphaned] = [await queued(), await queued()];
  await dispatch(2);
  await claim(orphaned);
  await sqlClient`update transcriptions set dispatched_at = now() - interval '1 minute'`;
  expect(await dispatch(2)).toEqual([forgotten]);
  await sqlClient`update transcriptions set claimed_until = now() - interval '1 second', dispatched_at = now() - interval '1 minute' where task_id = ${orphaned}`;
  expect(await dispatch(2)).toEqual([orphaned]);
  expect(await claimTranscription(orphaned)).toMatchObject({ taskId: orphaned, attemptCount: 2 });
});

test("what could not be sent is there to be sent again", async () => {
  const taskId = await queued();
  const failing = dispatchTranscriptions({ limit: 5, send: () => Promise.reject(new Error("no engine")) });
  await expect(failing).rejects.toThrow("no engine");
  expect(await dispatch(5)).toEqual([taskId]);
});

test("of many who claim one at once, one gets it, and the task is in work", async () => {
  const taskId = await queued();
  const claims = await Promise.all(Array.from({ length: 8 }, () => claimTranscription(taskId)));
  expect(claims.filter(Boolean)).toHaveLength(1);
  expect(await stateOf(taskId)).toMatchObject({ task: "processing", status: "running", attempts: 1 });
});

test("a failure that may pass is tried again later and longer each time, and fails the task in words after the last", async () => {
  const taskId = await queued();
  const failure = new TranscriberFailure("busy", "speech.example answered 429.", { retryAfterSeconds: 120 });
  for (let attempt = 1; attempt <= RETRY_SECONDS.length; attempt++) {
    const { claimedUntil, attemptCount } = await claim(taskId);
    await recordTranscriptionFailure({ taskId, token: claimedUntil, attemptCount, failure });
    expect(await stateOf(taskId)).toMatchObject({ task: "processing", status: "queued", waits: true, attempts: attempt });
    expect(await claimTranscription(taskId)).toBeNull();
    const [due] =
      await sqlClient`select next_attempt_at >= now() + interval '119 seconds' as late from transcriptions where task_id = ${taskId}`;
    expect(due?.late).toBe(true);
    await sqlClient`update transcriptions set next_attempt_at = now() - interval '1 second' where task_id = ${taskId}`;
  }
  const { claimedUntil, attemptCount } = await claim(taskId);
  await recordTranscriptionFailure({ taskId, token: claimedUntil, attemptCount, failure });
  expect(await stateOf(taskId)).toMatchObject({ task: "failed", words: failure.message, status: "failed" });
});

test("a failure that stays is not tried again; whoever asks begins anew", async () => {
  const taskId = await queued();
  const { claimedUntil, attemptCount } = await claim(taskId);
  await recordTranscriptionFailure({
    taskId,
    token: claimedUntil,
    attemptCount,
    failure: new TranscriberFailure("refused", "No such key."),
  });
  expect(await stateOf(taskId)).toMatchObject({ task: "failed", words: "No such key." });
  await requestTranscription({ viewer: admin, taskId });
  expect(await stateOf(taskId)).toMatchObject({ status: "queued", failure: null, attempts: 0 });
  await expect(requestTranscription({ viewer: admin, taskId })).rejects.toMatchObject({ code: "conflict" });
});

test("a missing model leaves the task as it was, until there is one", async () => {
  const taskId = await queued();
  const { claimedUntil, attemptCount } = await claim(taskId);
  const failure = new TranscriberFailure("pack_missing", "The Spanish model is not installed.");
  await recordTranscriptionFailure({ taskId, token: claimedUntil, attemptCount, failure });
  expect(await stateOf(taskId)).toMatchObject({ task: "pending", words: null, status: "waiting", failure: failure.message });
  expect(await dispatch(5)).toEqual([]);
  expect(await resumeWaitingTranscriptions()).toBe(1);
  expect(await dispatch(5)).toEqual([taskId]);
});

test("what was cancelled is written by nobody, and is the task's again", async () => {
  const taskId = await queued();
  const { claimedUntil, attemptCount } = await claim(taskId);
  await cancelTranscription({ viewer: admin, taskId });
  expect(await stateOf(taskId)).toMatchObject({ task: "pending", status: "cancelled" });
  const failure = new TranscriberFailure("busy", "late");
  await expect(recordTranscriptionFailure({ taskId, token: claimedUntil, attemptCount, failure })).rejects.toThrow("lost");
  await expect(cancelTranscription({ viewer: admin, taskId })).rejects.toMatchObject({ code: "conflict" });
});

test("agents and those of other campaigns ask for nothing and cancel nothing", async () => {
  const taskId = await queued();
  const outsiders: Viewer[] = [
    { ...admin, role: "auditor", campaignIds: [campaignId + 1] },
    { ...admin, role: "agent", operatorId: "0199a1b2-0000-7000-8000-00000000000a" },
  ];
  for (const viewer of outsiders) {
    await expect(requestTranscription({ viewer, taskId })).rejects.toMatchObject({ code: "not_found" });
    await expect(cancelTranscription({ viewer, taskId })).rejects.toMatchObject({ code: "not_found" });
  }
});
