import { sqlClient } from "@/db/client";
import type { MachineWorkKind } from "@/db/enums";
import { env } from "@/lib/env";

/** A piece of work on its way to the engine. `dispatchCount` makes each handing-on a new event. */
export type DispatchedMachineWork = { taskId: string; kind: MachineWorkKind; dispatchCount: number };

type DispatchInput = { send: (work: DispatchedMachineWork[]) => Promise<void>; limit?: number };

/** What was handed on and not begun by then was forgotten. */
const BEGUN_WITHIN_SECONDS = 30;

/**
 * Hands work that is due and that nobody does on to `send`, oldest first, as much as may be done at once beside what is, and returns how much.
 * The queue stays in the database: a thousand calls that wait are a thousand rows, and nothing in the engine.
 */
export async function dispatchMachineWork({ send, limit = env.LLM_CONCURRENCY }: DispatchInput): Promise<number> {
  const dispatched = await sqlClient<DispatchedMachineWork[]>`
    with open as (
      select task_id, kind, (claimed_until > now() or dispatched_at > now() - make_interval(secs => ${BEGUN_WITHIN_SECONDS}))
        is true as is_busy, (next_attempt_at is null or next_attempt_at <= now()) as is_due
      from machine_work where status in ('queued', 'running')
    )
    update machine_work set dispatched_at = now(), dispatch_count = dispatch_count + 1
    where (task_id, kind) in (
      select task_id, kind from machine_work
      where (task_id, kind) in (
        select task_id, kind from open where not is_busy and is_due order by task_id, kind
        limit greatest(0, ${limit} - (select count(*) from open where is_busy))
      ) for update skip locked
    )
    returning task_id as "taskId", kind, dispatch_count as "dispatchCount"`;
  if (dispatched.length === 0) return 0;
  try {
    await send(dispatched);
  } catch (error) {
    for (const { taskId, kind } of dispatched)
      await sqlClient`update machine_work set dispatched_at = null where task_id = ${taskId} and kind = ${kind}`;
    throw error;
  }
  return dispatched.length;
}
