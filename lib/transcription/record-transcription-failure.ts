import { sqlClient } from "@/db/client";
import { ClaimLost } from "@/lib/claims/keep-claim";
import { retryWaitSeconds } from "@/lib/claims/retry-wait";
import type { TranscriberFailure } from "./transcriber-failure";

type FailureInput = { taskId: string; token: Date; attemptCount: number; failure: TranscriberFailure };

/**
 * Writes why an attempt gave no text: when it is tried again, or that it is not, which fails the task in words; or that it waits for a model
 * that is missing, which leaves the task as it was. Throws ClaimLost, having written nothing, when it is no longer ours.
 */
export async function recordTranscriptionFailure({ taskId, token, attemptCount, failure }: FailureInput): Promise<void> {
  const waitSeconds = retryWaitSeconds({ attemptCount, failure });
  const status = failure.code === "pack_missing" ? "waiting" : waitSeconds !== null ? "queued" : "failed";
  const taskStatus = status === "failed" ? "failed" : status === "waiting" ? "pending" : "processing";
  const written = await sqlClient`
    with mine as (
      update transcriptions set status = ${status}, failure_code = ${failure.code}, failure = ${failure.message}, claimed_until = null,
        next_attempt_at = now() + make_interval(secs => ${waitSeconds}::float8), ended_at = ${status === "failed" ? sqlClient`now()` : null},
        dispatched_at = null
      where task_id = ${taskId} and claimed_until = ${token} and status = 'running' returning task_id
    ), task as (
      update tasks set status = ${taskStatus}, failure = ${status === "failed" ? failure.message : null}, updated_at = now() from mine
      where tasks.id = mine.task_id and tasks.status in ('pending', 'processing', 'failed') returning tasks.id, campaign_id
    ), told as (
      select pg_notify('task_changed', json_build_object('id', id, 'campaignId', campaign_id)::text) from task
    )
    select task_id, (select count(*) from told) from mine`;
  if (written.count === 0) throw new ClaimLost(`the transcription of task ${taskId}`);
}
