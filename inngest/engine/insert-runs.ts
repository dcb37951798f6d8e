import { v7 } from "uuid";
import type { Executor } from "./connect-engine";
import type { EngineEvent } from "./event";
import { keyOf } from "./expression";
import type { EngineFunction } from "./function-config";
import { indexKey } from "./index-key";
import { toJson } from "./json";

export type NewRun = {
  definition: EngineFunction;
  events: EngineEvent[];
  /** What may happen once a day, such as one tick of a schedule; null for no limit. */
  onceKey: string | null;
  parent: { runId: string; stepId: string } | null;
};

/** Runs without a key of their own share this lane, which has no limit. Never empty: the claim starts before it. */
const COMMON_LANE = "-";

/** Starts runs, each with the job that calls it first: at once, or when its event says. Runs whose key was seen within a day are left out. */
export async function insertRuns(tx: Executor, runs: NewRun[]): Promise<void> {
  const rows = distinct(runs).map((run) => ({
    id: v7(),
    functionId: run.definition.id,
    events: toJson(run.events),
    lane: laneOf(run),
    parentRunId: run.parent?.runId ?? null,
    parentStepId: run.parent?.stepId ?? null,
    delayMs: Math.max(0, ...run.events.map((event) => event.ts - Date.now())),
    onceKey: run.onceKey,
  }));
  if (rows.length === 0) return;
  await tx`
    with input as (
      select * from unnest(
        ${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.functionId)}::text[], ${rows.map((row) => row.events)}::text[],
        ${rows.map((row) => row.lane)}::text[], ${rows.map((row) => row.parentRunId)}::uuid[], ${rows.map((row) => row.parentStepId)}::text[],
        ${rows.map((row) => row.delayMs)}::float8[], ${rows.map((row) => row.onceKey)}::text[]
      ) as input (id, function_id, events, lane, parent_run_id, parent_step_id, delay_ms, once_key)
    ), fresh as (
      insert into engine.seen_keys (key) select once_key from input where once_key is not null order by 1 on conflict do nothing returning key
    ), started as (
      insert into engine.runs (id, function_id, events, lane, parent_run_id, parent_step_id)
      select id, function_id, events::json, lane, parent_run_id, parent_step_id from input
      where once_key is null or once_key in (select key from fresh)
      returning id
    )
    insert into engine.jobs (run_id, step_id, function_id, lane, state, due_at)
    select id, 'step', function_id, lane, case when delay_ms > 0 then 'delayed' else 'ready' end::engine.job_state,
      now() + delay_ms * interval '1 millisecond'
    from input where id in (select id from started)`;
}

function distinct(runs: NewRun[]): NewRun[] {
  const seen = new Set<string>();
  return runs.filter(({ onceKey }) => {
    if (onceKey === null) return true;
    const isNew = !seen.has(onceKey);
    seen.add(onceKey);
    return isNew;
  });
}

function laneOf({ definition, events }: NewRun): string {
  const value = definition.laneKey ? keyOf(definition.laneKey({ event: events[0] })) : null;
  return value === null ? COMMON_LANE : `=${indexKey(value)}`;
}
