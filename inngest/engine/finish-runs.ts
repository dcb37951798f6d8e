import { v7 } from "uuid";
import type { Executor } from "./connect-engine";
import { type EngineEvent, FAILED_EVENT, FINISHED_EVENT } from "./event";
import { insertEvents } from "./insert-events";
import { toJson } from "./json";
import type { Finish } from "./outcome";
import { settleSteps } from "./settle-steps";

export type FinishedRun = {
  runId: string;
  functionId: string;
  events: EngineEvent[];
  parentRunId: string | null;
  parentStepId: string | null;
  finish: Finish;
};

/**
 * Ends runs: nothing of them is called any more, whoever invoked them is told, and of a failed one an event tells its function's onFailure.
 * The caller holds the locks of the runs and of their parents.
 */
export async function finishRuns(tx: Executor, runs: FinishedRun[]): Promise<void> {
  const ids = runs.map((run) => run.runId);
  const failures = runs.flatMap(failureEvent);
  const settled = runs.flatMap(({ parentRunId, parentStepId, finish }) =>
    parentRunId && parentStepId ? [{ runId: parentRunId, id: parentStepId, memo: memoOf(finish) }] : [],
  );
  await Promise.all([
    tx`
      update engine.runs as run set status = ended.status::engine.run_status, output = ended.output::json, ended_at = now()
      from unnest(${ids}::uuid[], ${runs.map((run) => run.finish.status)}::text[], ${runs.map((run) => outputOf(run.finish))}::text[])
        as ended (id, status, output)
      where run.id = ended.id and run.status = 'running'`,
    tx`delete from engine.jobs where run_id = any(${ids}::uuid[])`,
    tx`delete from engine.steps where run_id = any(${ids}::uuid[]) and not is_done`,
    failures.length > 0 ? insertEvents(tx, failures) : undefined,
    settled.length > 0 ? settleSteps(tx, settled) : undefined,
  ]);
}

function outputOf(finish: Finish): string {
  return finish.status === "completed" ? finish.output : toJson(finish.error);
}

function memoOf(finish: Finish): string {
  return finish.status === "completed" ? `{"data":${finish.output}}` : toJson({ error: finish.error });
}

function failureEvent({ runId, functionId, events, finish }: FinishedRun): EngineEvent[] {
  const [event] = events;
  // What fails while it deals with a failure is not announced again: that could go on for ever.
  if (finish.status !== "failed" || event?.name === FAILED_EVENT || event?.name === FINISHED_EVENT) return [];
  const data = { function_id: functionId, run_id: runId, event, events, error: finish.error };
  return [{ id: v7(), name: FAILED_EVENT, data, ts: Date.now() }];
}
