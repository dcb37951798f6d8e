import { setTimeout as wait } from "node:timers/promises";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { createApplyQueue } from "./apply-queue";
import { beat } from "./beat";
import { connectEngine } from "./connect-engine";
import type { Engine } from "./engine";
import { planCrons } from "./fire-crons";
import { listen } from "./listen";
import { readFunctions } from "./read-functions";
import { releaseJobs } from "./release-jobs";
import { repeat } from "./repeat";
import { runLoop } from "./run-loop";
import { DEFAULT_SETTINGS, type EngineSettings } from "./settings";
import { createSignal } from "./signal";
import { loadSigningKey } from "./signing-key";
import { sweepEngine } from "./sweep-engine";

const DATABASE_PATIENCE_MS = 2_000;

export type RunningEngine = {
  /** Takes no new calls, lets those under way come to their next step, and hands the rest to other processes at once. */
  stop: () => Promise<void>;
};

type StartEngineInput = {
  /** What `serve()` gave: answers calls to the functions. */
  handler: (request: Request) => Promise<Response>;
  settings?: Partial<EngineSettings>;
  databaseUrl?: string;
};

/**
 * Runs the durable functions that the handler serves, in this process, together with any other engine on the same database. Resolves when it
 * is at work. Throws when a function asks for something that this engine does not do.
 */
export async function startEngine(input: StartEngineInput): Promise<RunningEngine> {
  const url = input.databaseUrl ?? env.DATABASE_URL;
  if (!url) throw new Error("The embedded engine needs a database: set DATABASE_URL.");
  const settings = { ...DEFAULT_SETTINGS, ...input.settings };
  const signingKey = await loadSigningKey();
  const functions = await readFunctions({ handler: input.handler, signingKey });
  const known = new Map(functions);
  const signal = createSignal();
  const sql = connectEngine(url);
  const engine: Engine = {
    sql,
    handler: input.handler,
    signingKey,
    functions,
    known,
    settings,
    held: new Set(),
    apply: createApplyQueue({ sql, known, isClosed: () => isReleased }),
    wake: signal.wake,
    isStopping: false,
  };
  let isReleased = false;

  const seen = await sql<{ id: string; seenAt: Date }[]>`select id, seen_at as "seenAt" from engine.functions`;
  const crons = planCrons(functions, new Map(seen.map((row) => [row.id, row.seenAt])));
  await beat(engine);
  const listener = listen({ url, wake: signal.wake });
  const loop = runLoop({ engine, signal, crons });
  const startedAt = Date.now();
  const beats = repeat({ name: "heartbeat", everyMs: Math.min(settings.leaseMs, settings.functionGraceMs) / 3, work: () => beat(engine) });
  const sweeps = repeat({
    name: "sweep",
    everyMs: settings.sweepMs,
    work: () => sweepEngine(engine, { mayForget: Date.now() - startedAt >= settings.functionGraceMs }),
  });
  log.info({ functions: functions.size }, "The embedded engine is at work.");

  const stop = async () => {
    engine.isStopping = true;
    signal.close();
    await atMost(DATABASE_PATIENCE_MS, Promise.all([loop, sweeps.stop(), listener.stop()]));
    await untilNoneHeld(engine, settings.stopTimeoutMs);
    isReleased = true;
    const jobs = [...engine.held].map((call) => call.job);
    await atMost(DATABASE_PATIENCE_MS, Promise.all([beats.stop(), releaseJobs(sql, jobs)])).catch((error: unknown) =>
      log.warn({ err: error }, "Calls under way could not be handed over; their leases will run out."),
    );
    // Ends what still waits for a database that is away.
    await sql.end({ timeout: 1 });
  };
  let stopped: Promise<void> | undefined;
  return { stop: () => (stopped ??= stop()) };
}

/** The driver lets a statement wait for as long as the database is away; an end must not. */
async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  await Promise.race([work, wait(ms, undefined, { ref: false })]);
}

async function untilNoneHeld(engine: Engine, timeoutMs: number): Promise<void> {
  if (engine.held.size === 0) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, timeoutMs);
    engine.wake = () => {
      if (engine.held.size > 0) return;
      clearTimeout(timer);
      resolve();
    };
  });
}
