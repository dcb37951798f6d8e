import type { Executor } from "./connect-engine";
import type { EngineEvent } from "./event";
import type { RunState } from "./outcome";

type StateRow = {
  id: string;
  events: EngineEvent[];
  parentRunId: string | null;
  parentStepId: string | null;
  memos: Record<string, unknown>;
  stack: string[];
  awaited: string[];
};

/** What these runs are to be called with, by run id. Runs that are gone or over are missing. */
export async function readRunStates(sql: Executor, runIds: string[]): Promise<Map<string, RunState>> {
  const rows = await sql<StateRow[]>`
    select run.id, run.events, run.parent_run_id as "parentRunId", run.parent_step_id as "parentStepId", state.*
    from engine.runs as run cross join lateral (
      select
        coalesce(json_object_agg(id, memo order by position) filter (where is_done), '{}') as memos,
        coalesce(array_agg(id order by position) filter (where is_done), '{}') as stack,
        coalesce(array_agg(id) filter (where not is_done), '{}') as awaited
      from engine.steps where run_id = run.id
    ) as state
    where run.id = any(${runIds}::uuid[]) and run.status = 'running'`;
  return new Map(rows.map(({ id, ...state }) => [id, state]));
}
