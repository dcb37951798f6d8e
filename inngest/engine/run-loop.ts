import { isDatabaseAway } from "@/lib/errors";
import { log } from "@/lib/log";
import { beat } from "./beat";
import { claimJobs, type LaneCursors } from "./claim-jobs";
import type { Engine } from "./engine";
import { type CronPlan, fireCrons } from "./fire-crons";
import { fireTimers } from "./fire-timers";
import { flushBatches } from "./flush-batches";
import { promoteJobs } from "./promote-jobs";
import { readPulse } from "./read-pulse";
import { readRunStates } from "./read-run-states";
import { routeEvents } from "./route-events";
import { runJob } from "./run-job";
import type { Signal } from "./signal";

/** With work under way, one round takes what came in so many milliseconds: fewer, larger claims. */
const GATHER_MS = 5;
const AWAY_MS = 500;

type RunLoopInput = { engine: Engine; signal: Signal; crons: CronPlan[] };

/** Looks for work and starts it, until the engine stops. Outlives errors and an absent database. */
export async function runLoop({ engine, signal, crons }: RunLoopInput): Promise<void> {
  const cursors: LaneCursors = new Map();
  while (!engine.isStopping) {
    try {
      const waitMs = await turn(engine, crons, cursors);
      if (engine.held.size > 0) await signal.pause(GATHER_MS);
      await signal.wait(waitMs);
    } catch (error) {
      if (engine.isStopping) return;
      if (isDatabaseAway(error)) log.warn({ err: error }, "The engine cannot reach the database; it keeps trying.");
      else log.error({ err: error }, "A round of the engine failed; it goes on.");
      await signal.pause(AWAY_MS);
      // Leases may have run out meanwhile, though nobody could take them: renew before anything is called lost.
      await beat(engine).catch(() => undefined);
    }
  }
}

/** Does what is due and starts what there is room for. Answers in how many milliseconds there may be more. */
async function turn(engine: Engine, crons: CronPlan[], cursors: LaneCursors): Promise<number> {
  await attempt("schedules", true, () => fireCrons(engine, crons));
  const pulse = await readPulse(engine);
  const isDue = (ms: number | null) => ms !== null && ms <= 0;
  const hasMoved = [
    await attempt("events", pulse.hasEvents, () => routeEvents(engine)),
    await attempt("jobs", isDue(pulse.jobDueMs), () => promoteJobs(engine)),
    await attempt("timers", isDue(pulse.stepDueMs), () => fireTimers(engine)),
    await attempt("batches", isDue(pulse.batchDueMs) || pulse.hasEvents, () => flushBatches(engine)),
  ].includes(true);
  const isSecondTry = cursors.size > 0;
  const claimed = pulse.hasReadyJobs || hasMoved ? await claim(engine, cursors) : 0;
  if (hasMoved || claimed > 0 || isSecondTry) return 0;
  const cronMs = crons.map(({ dueAt }) => (dueAt ? dueAt.getTime() - Date.now() : null));
  const dueMs = [pulse.jobDueMs, pulse.stepDueMs, pulse.batchDueMs, ...cronMs].filter((ms) => ms !== null && ms > 0).map(Number);
  return Math.max(1, Math.min(engine.settings.pollMs, ...dueMs));
}

/** Does one part of the round when it is due, and says whether it did. What fails is logged and tried again in the next round; the rest goes on. */
async function attempt(part: string, isDue: boolean, work: () => Promise<unknown>): Promise<boolean> {
  if (!isDue) return false;
  try {
    await work();
    return true;
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    log.error({ err: error, part }, "A part of the engine's round failed; it is tried again.");
    return false;
  }
}

async function claim(engine: Engine, cursors: LaneCursors): Promise<number> {
  const { sql, functions, settings, held } = engine;
  const free = settings.capacity - held.size;
  if (free <= 0) return 0;
  const busy = Map.groupBy(held, (call) => call.job.functionId);
  const share = Math.ceil(settings.capacity * settings.functionShare);
  const freeOf = (functionId: string) => Math.min(free, share - (busy.get(functionId)?.length ?? 0));
  const jobs = await claimJobs({ sql, functions, cursors, free, freeOf, leaseMs: settings.leaseMs });
  if (jobs.length === 0) return 0;
  // Read after the claim is committed: whatever comes later finds the job leased, and marks it to be called again.
  const runIds = jobs.map((job) => job.runId);
  const states = await readRunStates(sql, runIds);
  for (const job of jobs) {
    const state = states.get(job.runId);
    if (state) void runJob({ engine, job, state });
  }
  return jobs.length;
}
