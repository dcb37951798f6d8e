import { availableParallelism } from "node:os";
import { sqlClient } from "@/db/client";
import { env } from "@/lib/env";

/** A transcription on its way to the engine. `dispatchCount` makes each handing-on a new event. */
export type DispatchedTranscription = { taskId: string; dispatchCount: number };

type DispatchTranscriptionsInput = { send: (transcriptions: DispatchedTranscription[]) => Promise<void>; limit?: number };

/** What was handed on and not begun by then was forgotten. */
const BEGUN_WITHIN_SECONDS = 30;

/**
 * Hands transcriptions that are due and that nobody works on to `send`, oldest first, as many as may run at once beside those that do, and
 * returns how many. The queue stays in the database: a thousand calls that wait are a thousand rows, and nothing in the engine.
 */
export async function dispatchTranscriptions({ send, limit = mayRunAtOnce() }: DispatchTranscriptionsInput): Promise<number> {
  const dispatched = await sqlClient<DispatchedTranscription[]>`
    with open as (
      select task_id, dispatched_at, (claimed_until > now() or dispatched_at > now() - make_interval(secs => ${BEGUN_WITHIN_SECONDS}))
        is true as is_busy, (next_attempt_at is null or next_attempt_at <= now()) as is_due
      from transcriptions where status in ('queued', 'running')
    )
    update transcriptions set dispatched_at = now(), dispatch_count = dispatch_count + 1
    where task_id in (
      select task_id from transcriptions
      where task_id in (
        select task_id from open where not is_busy and is_due order by task_id
        limit greatest(0, ${limit} - (select count(*) from open where is_busy))
      ) for update skip locked
    )
    returning task_id as "taskId", dispatch_count as "dispatchCount"`;
  if (dispatched.length === 0) return 0;
  try {
    await send(dispatched);
  } catch (error) {
    await sqlClient`update transcriptions set dispatched_at = null where task_id = any(${dispatched.map(({ taskId }) => taskId)}::uuid[])`;
    throw error;
  }
  return dispatched.length;
}

function mayRunAtOnce(): number {
  return env.TRANSCRIPTION_CONCURRENCY || Math.max(1, Math.floor(availableParallelism() / 2));
}
