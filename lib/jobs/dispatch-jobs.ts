import { sqlClient } from "@/db/client";

/** A job on its way to the engine. `dispatchCount` makes each handing-on a new event. */
export type DispatchedJob = { jobId: string; dispatchCount: number };

type DispatchJobsInput = { send: (jobs: DispatchedJob[]) => Promise<void>; sweepAfterSeconds?: number };

const LIMIT = 50;
/** A job moves every few seconds; one that has not for so long, and that nobody claims, was forgotten. */
const SWEEP_AFTER_SECONDS = 90;

/**
 * Hands jobs that nobody has handed on to `send`, and with them those that were and then stood still, as after a crash. Returns how many.
 * When `send` fails they are given back.
 */
export async function dispatchJobs({ send, sweepAfterSeconds = SWEEP_AFTER_SECONDS }: DispatchJobsInput): Promise<number> {
  const dispatched = await sqlClient<DispatchedJob[]>`
    update jobs set dispatched_at = now(), dispatch_count = dispatch_count + 1
    where id in (
      select id from jobs
      where status in ('queued', 'running') and (dispatched_at is null or dispatched_at < now() - make_interval(secs => ${sweepAfterSeconds}))
        and (claimed_until is null or claimed_until < now())
      order by id limit ${LIMIT} for update skip locked
    )
    returning id as "jobId", dispatch_count as "dispatchCount"`;
  if (dispatched.length === 0) return 0;
  try {
    await send(dispatched);
  } catch (error) {
    await sqlClient`update jobs set dispatched_at = null where id = any(${dispatched.map(({ jobId }) => jobId)}::uuid[])`;
    throw error;
  }
  return dispatched.length;
}
