import type { Executor } from "./connect-engine";
import { finishRuns } from "./finish-runs";
import type { EngineFunction } from "./function-config";
import { insertRuns } from "./insert-runs";
import { lockRuns } from "./lock-runs";
import type { Applied, AwaitedStep, Outcome } from "./outcome";
import { readRunStates } from "./read-run-states";
import { requestDiscovery } from "./request-discovery";

type ApplyOutcomesInput = { tx: Executor; outcomes: Outcome[]; known: ReadonlyMap<string, EngineFunction> };

/**
 * Writes what calls came to, many at once, in one transaction of the caller. Fenced: an outcome whose job has another token by now, or is gone,
 * writes nothing and comes back as lost. Answers in the order of the outcomes.
 */
export async function applyOutcomes({ tx, outcomes, known }: ApplyOutcomesInput): Promise<Applied[]> {
  const [, held] = await Promise.all([lockRuns(tx, outcomes.flatMap(runsOf)), readHeld(tx, outcomes)]);
  const valid = outcomes.filter((outcome) => held.has(keyOf(outcome)));
  const again = valid.filter((outcome) => outcome.next.kind === "again");
  await Promise.all([saveDone(tx, valid), saveAwaited(tx, valid, known), moveJobs(tx, valid)]);
  const states =
    again.length > 0
      ? await readRunStates(
          tx,
          again.map((outcome) => outcome.job.runId),
        )
      : new Map();
  return outcomes.map((outcome): Applied => {
    if (!held.has(keyOf(outcome))) return { kind: "lost" };
    if (outcome.next.kind !== "again") return { kind: "saved" };
    const state = states.get(outcome.job.runId);
    return state ? { kind: "again", state } : { kind: "lost" };
  });
}

function keyOf({ job }: Outcome): string {
  return `${job.runId}:${job.stepId}:${job.token}`;
}

function runsOf({ job, state, next }: Outcome): string[] {
  return next.kind === "finish" && state.parentRunId ? [job.runId, state.parentRunId] : [job.runId];
}

async function readHeld(tx: Executor, outcomes: Outcome[]): Promise<Set<string>> {
  const rows = await tx<{ key: string }[]>`
    select job.run_id || ':' || job.step_id || ':' || job.token as key
    from engine.jobs as job join ${jobsOf(tx, outcomes)} using (run_id, step_id, token)
    order by job.run_id, job.step_id for update of job`;
  return new Set(rows.map((row) => row.key));
}

/** The jobs of these outcomes as a relation `held`. */
function jobsOf(tx: Executor, outcomes: Outcome[]) {
  return tx`unnest(${outcomes.map(({ job }) => job.runId)}::uuid[], ${outcomes.map(({ job }) => job.stepId)}::text[],
    ${outcomes.map(({ job }) => job.token)}::uuid[]) as held (run_id, step_id, token)`;
}

async function saveDone(tx: Executor, outcomes: Outcome[]): Promise<void> {
  const byKey = new Map(
    outcomes.flatMap(({ job, done }) => done.map((step) => [`${job.runId}:${step.id}`, { runId: job.runId, ...step }])),
  );
  const steps = [...byKey.values()];
  if (steps.length === 0) return;
  await tx`
    insert into engine.steps as step (run_id, id, op, name, is_done, memo, position)
    select run_id, id, op, name, true, memo::json, nextval('engine.step_positions')
    from unnest(${steps.map((step) => step.runId)}::uuid[], ${steps.map((step) => step.id)}::text[], ${steps.map((step) => step.op)}::text[],
      ${steps.map((step) => step.name)}::text[], ${steps.map((step) => step.memo)}::text[]) as done (run_id, id, op, name, memo)
    on conflict (run_id, id) do update set is_done = true, memo = excluded.memo, position = excluded.position where not step.is_done`;
}

async function saveAwaited(tx: Executor, outcomes: Outcome[], known: ReadonlyMap<string, EngineFunction>): Promise<void> {
  const byKey = new Map(
    outcomes.flatMap(({ job, awaited }) => awaited.map((step) => [`${job.runId}:${step.id}`, { runId: job.runId, ...step }])),
  );
  const steps = [...byKey.values()];
  if (steps.length === 0) return;
  const planned = steps.filter((step) => step.op === "StepPlanned");
  const [fresh] = await Promise.all([insertAwaited(tx, steps), insertPlannedJobs(tx, planned)]);
  const children = steps.flatMap(({ runId, id, invocation }) => {
    const definition = invocation && fresh.has(`${runId}:${id}`) ? known.get(invocation.functionId) : undefined;
    return invocation && definition ? [{ definition, events: [invocation.event], onceKey: null, parent: { runId, stepId: id } }] : [];
  });
  await insertRuns(tx, children);
}

async function insertAwaited(tx: Executor, steps: (AwaitedStep & { runId: string })[]): Promise<Set<string>> {
  const rows = await tx<{ key: string }[]>`
    insert into engine.steps (run_id, id, op, name, is_done, due_at, wait_event, wait_expression)
    select run_id, id, op, name, false, now() + delay_ms * interval '1 millisecond', wait_event, wait_expression
    from unnest(${steps.map((step) => step.runId)}::uuid[], ${steps.map((step) => step.id)}::text[], ${steps.map((step) => step.op)}::text[],
      ${steps.map((step) => step.name)}::text[], ${steps.map((step) => step.delayMs)}::float8[], ${steps.map((step) => step.waitEvent)}::text[],
      ${steps.map((step) => step.waitExpression)}::text[]) as awaited (run_id, id, op, name, delay_ms, wait_event, wait_expression)
    on conflict do nothing returning run_id || ':' || id as key`;
  return new Set(rows.map((row) => row.key));
}

/** One job a planned step, unless it is done: the SDK names a planned step again and again until it has a result. */
async function insertPlannedJobs(tx: Executor, steps: (AwaitedStep & { runId: string })[]): Promise<void> {
  if (steps.length === 0) return;
  await tx`
    insert into engine.jobs (run_id, step_id, function_id, lane, state, due_at)
    select run.id, planned.id, run.function_id, run.lane, 'ready', now()
    from unnest(${steps.map((step) => step.runId)}::uuid[], ${steps.map((step) => step.id)}::text[]) as planned (run_id, id)
    join engine.runs as run on run.id = planned.run_id
    where not exists (select from engine.steps as step where step.run_id = planned.run_id and step.id = planned.id and step.is_done)
    on conflict do nothing`;
}

async function moveJobs(tx: Executor, outcomes: Outcome[]): Promise<void> {
  const of = (...kinds: Outcome["next"]["kind"][]) => outcomes.filter((outcome) => kinds.includes(outcome.next.kind));
  const [again, yielded, resting, retried] = [of("again"), of("yield"), of("rest"), of("retry")];
  const finished = outcomes.flatMap(({ job, state, next }) => (next.kind === "finish" ? [{ ...state, ...job, finish: next }] : []));
  const parallel = resting.filter(({ job }) => job.stepId !== "step").map(({ job }) => job.runId);
  await Promise.all(
    [
      again.length > 0 ? resetJobs(tx, again) : undefined,
      yielded.length > 0 ? freeJobs(tx, yielded, false) : undefined,
      resting.length > 0 ? [freeJobs(tx, resting, true), deleteRestingJobs(tx, resting)] : undefined,
      retried.length > 0 ? delayJobs(tx, retried) : undefined,
      parallel.length > 0 ? requestDiscovery(tx, parallel) : undefined,
      finished.length > 0 ? finishRuns(tx, finished) : undefined,
    ].flat(),
  );
}

async function resetJobs(tx: Executor, outcomes: Outcome[]): Promise<void> {
  await tx`update engine.jobs as job set attempt = 0, lost_count = 0, is_dirty = false from ${jobsOf(tx, outcomes)}
    where job.run_id = held.run_id and job.step_id = held.step_id`;
}

async function freeJobs(tx: Executor, outcomes: Outcome[], onlyDirty: boolean): Promise<void> {
  await tx`update engine.jobs as job set state = 'ready', token = null, due_at = now(), attempt = 0, lost_count = 0, is_dirty = false
    from ${jobsOf(tx, outcomes)} where job.run_id = held.run_id and job.step_id = held.step_id and (job.is_dirty or not ${onlyDirty})`;
}

async function deleteRestingJobs(tx: Executor, outcomes: Outcome[]): Promise<void> {
  await tx`delete from engine.jobs as job using ${jobsOf(tx, outcomes)}
    where job.run_id = held.run_id and job.step_id = held.step_id and job.token = held.token`;
}

async function delayJobs(tx: Executor, outcomes: Outcome[]): Promise<void> {
  const delays = outcomes.map(({ next }) => (next.kind === "retry" ? next.delayMs : 0));
  await tx`update engine.jobs as job
    set state = 'delayed', token = null, attempt = job.attempt + 1, is_dirty = false, due_at = now() + delayed.delay_ms * interval '1 millisecond'
    from unnest(${outcomes.map(({ job }) => job.runId)}::uuid[], ${outcomes.map(({ job }) => job.stepId)}::text[], ${delays}::float8[])
      as delayed (run_id, step_id, delay_ms)
    where job.run_id = delayed.run_id and job.step_id = delayed.step_id`;
}
