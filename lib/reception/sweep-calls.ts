import { sqlClient } from "@/db/client";

/** How long a call may lie still before the sweep hands it on again. Doubles with each time, so that a long queue is not made longer. */
const SWEEP_AFTER_SECONDS = 20;
const MAX_DOUBLINGS = 7;

/**
 * Finds calls that were handed on and then forgotten: nobody works on them, and their next step is long due. Makes them ready to be
 * handed on again, at most `limit`, and returns how many. With this, a call reaches its end even if every trace of the engine is lost.
 */
export async function sweepCalls({ limit, afterSeconds = SWEEP_AFTER_SECONDS }: { limit: number; afterSeconds?: number }): Promise<number> {
  const swept = await sqlClient`
    update calls set dispatched_at = null
    where id in (
      select id from calls
      where recording_status = 'pending' and dispatched_at is not null
        and dispatched_at < now() - make_interval(secs => ${afterSeconds} * 2 ^ least(dispatch_count - 1, ${MAX_DOUBLINGS}))
        and (next_attempt_at is null or next_attempt_at < now() - make_interval(secs => ${afterSeconds}))
        and (claimed_until is null or claimed_until < now())
      order by dispatched_at limit ${limit} for update skip locked
    )`;
  return swept.count;
}
