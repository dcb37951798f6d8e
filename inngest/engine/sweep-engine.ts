import type { Engine } from "./engine";
import { finishRuns } from "./finish-runs";
import { lockRuns } from "./lock-runs";
import { readRunStates } from "./read-run-states";
import { requestDiscovery } from "./request-discovery";

const MAX_AT_ONCE = 1_000;
const MAX_ROUNDS = 20;

/**
 * Throws away what is old, moves on runs that stand still and, once this process has been there long enough to have heard the others
 * (`mayForget`), fails runs whose function is gone. A bounded piece of work each time.
 */
export async function sweepEngine(engine: Engine, { mayForget }: { mayForget: boolean }): Promise<void> {
  await deleteOld(engine);
  if (mayForget) await failForgotten(engine);
  await moveStranded(engine);
}

async function deleteOld({ sql, settings }: Engine): Promise<void> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const [keys, runs] = await Promise.all([
      sql`
        delete from engine.seen_keys where key in (
          select key from engine.seen_keys where seen_at < now() - ${settings.keepKeysMs}::float8 * interval '1 millisecond'
          order by seen_at limit ${MAX_AT_ONCE} for update skip locked)`,
      sql`
        delete from engine.runs where id in (
          select id from engine.runs where ended_at < now() - ${settings.keepRunsMs}::float8 * interval '1 millisecond'
          order by ended_at limit ${MAX_AT_ONCE} for update skip locked)`,
    ]);
    if (keys.count < MAX_AT_ONCE && runs.count < MAX_AT_ONCE) return;
  }
}

/** A function that no process has named for the grace time was renamed or removed: its runs would wait for ever. */
async function failForgotten({ sql, settings }: Engine): Promise<void> {
  await sql`
    delete from engine.batch_items as item where due_at < now() - ${settings.functionGraceMs}::float8 * interval '1 millisecond'
      and not exists (
        select from engine.functions where id = item.function_id
          and seen_at > now() - ${settings.functionGraceMs}::float8 * interval '1 millisecond')`;
  await sql.begin(async (tx) => {
    const forgotten = await tx<{ runId: string; functionId: string }[]>`
      select distinct job.run_id as "runId", job.function_id as "functionId" from engine.jobs as job
      where job.state = 'ready' and job.due_at < now() - ${settings.functionGraceMs}::float8 * interval '1 millisecond'
        and not exists (
          select from engine.functions where id = job.function_id
            and seen_at > now() - ${settings.functionGraceMs}::float8 * interval '1 millisecond')
      limit ${MAX_AT_ONCE}`;
    if (forgotten.length === 0) return;
    const runIds = forgotten.map((job) => job.runId);
    const states = await readRunStates(tx, runIds);
    await lockRuns(tx, [...runIds, ...[...states.values()].flatMap((state) => state.parentRunId ?? [])]);
    const runs = forgotten.flatMap(({ runId, functionId }) => {
      const state = states.get(runId);
      const error = { name: "EngineRefusal", message: `No process runs function ${functionId} any more: it was renamed or removed.` };
      return state ? [{ ...state, runId, functionId, finish: { status: "failed" as const, error } }] : [];
    });
    await finishRuns(tx, runs);
  });
}

/** A run that waits for nothing and has no job lost it (a table was emptied): call it again. */
async function moveStranded({ sql, settings }: Engine): Promise<void> {
  await sql.begin(async (tx) => {
    const stranded = await tx<{ id: string }[]>`
      select id from engine.runs as run
      where status = 'running' and created_at < now() - ${settings.leaseMs}::float8 * interval '1 millisecond'
        and not exists (select from engine.jobs where run_id = run.id)
        and not exists (select from engine.steps where run_id = run.id and not is_done and op <> 'StepPlanned')
      order by created_at limit ${MAX_AT_ONCE}`;
    if (stranded.length === 0) return;
    const ids = stranded.map((run) => run.id);
    await lockRuns(tx, ids);
    await requestDiscovery(tx, ids);
  });
}
