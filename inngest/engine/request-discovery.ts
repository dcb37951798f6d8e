import type { Executor } from "./connect-engine";

/** Has these runs called, to find out what they do next; once more if they are being called now. The caller holds their locks. */
export async function requestDiscovery(tx: Executor, runIds: string[]): Promise<void> {
  await tx`
    insert into engine.jobs as job (run_id, step_id, function_id, lane, state, due_at)
    select id, 'step', function_id, lane, 'ready', now() from engine.runs where id = any(${[...new Set(runIds)]}::uuid[]) and status = 'running'
    on conflict (run_id, step_id) do update set is_dirty = true where job.state = 'leased'`;
}
