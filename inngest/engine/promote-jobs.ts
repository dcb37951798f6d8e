import { log } from "@/lib/log";
import type { Engine } from "./engine";
import { finishRuns } from "./finish-runs";
import { lockRuns } from "./lock-runs";
import { readRunStates } from "./read-run-states";
import { MAX_LOSSES } from "./settings";

const MAX_AT_ONCE = 1_000;

/**
 * Makes ready what is due: delayed jobs, and those whose process has not spoken for the length of a lease. A job over which process after
 * process died fails its run, or it would take down every process in turn.
 */
export async function promoteJobs({ sql }: Engine): Promise<void> {
  const promoted = await sql<{ runId: string; functionId: string; lostCount: number; isLost: boolean }[]>`
    update engine.jobs as job
    set state = 'ready', token = null, lost_count = job.lost_count + due.is_lost::int
    from (
      select run_id, step_id, state = 'leased' as is_lost from engine.jobs where state <> 'ready' and due_at <= now()
      order by due_at limit ${MAX_AT_ONCE} for update skip locked
    ) as due
    where job.run_id = due.run_id and job.step_id = due.step_id
    returning job.run_id as "runId", job.function_id as "functionId", job.lost_count as "lostCount", due.is_lost as "isLost"`;
  const lost = promoted.filter((job) => job.isLost);
  for (const { runId, functionId } of lost) log.warn({ runId, functionId }, "A process went silent over a call; it is made again.");
  const hopeless = lost.filter((job) => job.lostCount >= MAX_LOSSES);
  if (hopeless.length === 0) return;
  await sql.begin(async (tx) => {
    const runIds = hopeless.map((job) => job.runId);
    const states = await readRunStates(tx, runIds);
    await lockRuns(tx, [...runIds, ...[...states.values()].flatMap((state) => state.parentRunId ?? [])]);
    const error = { name: "EngineRefusal", message: `${MAX_LOSSES} processes went silent over this call, one after the other.` };
    const runs = hopeless.flatMap(({ runId, functionId }) => {
      const state = states.get(runId);
      return state ? [{ ...state, runId, functionId, finish: { status: "failed" as const, error } }] : [];
    });
    await finishRuns(tx, runs);
  });
}
