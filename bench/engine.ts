import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { startCluster } from "@/db/embedded/cluster";
import { migrateDatabase } from "@/db/migrate";

/** Runs of three steps, sent in batches: `tsx bench/engine.ts [runs]`. The first ones only warm up. */
const RUNS = Number(process.argv[2] ?? 2_000);
const WARM_UP_RUNS = 300;
const SEND_BATCH = 200;
const IDLE_SAMPLES = 40;
const BACKLOG = 10_000;
const TARGET = { runs_per_second: 100, idle_p50_ms: 50 };

const folder = await mkdtemp(path.join(tmpdir(), "auditoria-bench-"));
const cluster = await startCluster({ folder });
process.env.DATABASE_URL = cluster.url;
process.env.DATA_DIR = folder;
process.env.LOG_LEVEL ??= "warn";
await migrateDatabase(cluster.url);

const { serve } = await import("inngest/next");
const { NextRequest } = await import("next/server");
const { inngest } = await import("@/inngest/client");
const { startEngine } = await import("@/inngest/engine/start-engine");
const { closeDatabase } = await import("@/db/client");

let done = 0;
let whenDone: { count: number; resolve: () => void } | null = null;
const stepwise = define("bench/stepwise", { checkpointing: false });
const checkpointed = define("bench/checkpointed", {});
let releaseSlow = () => {};
const slow = new Promise<void>((resolve) => {
  releaseSlow = resolve;
});
const byHost = inngest.createFunction(
  { id: "by-host", triggers: [{ event: "bench/by.host" }], concurrency: { key: "event.data.host", limit: 1 } },
  async ({ step, event }) => {
    await step.run("fetch", () => (event.data.host === "slow" ? slow : finished()));
  },
);

const handler = serve({ client: inngest, functions: [stepwise, checkpointed, byHost], enableUnauthedSync: false });
const engine = await startEngine({ handler: (request) => handler(new NextRequest(request), undefined) });

await burst("bench/checkpointed", WARM_UP_RUNS);
const onTheWay = await burst("bench/checkpointed", RUNS);
const afterEach = await burst("bench/stepwise", RUNS);
const idle = await latency("bench/checkpointed");
await sendAll("bench/by.host", BACKLOG, { host: "slow" });
const behindBacklog = await latency("bench/by.host");
releaseSlow();
await engine.stop();
await closeDatabase();
await cluster.stop();
await rm(folder, { recursive: true, force: true });

console.log(
  JSON.stringify({
    benchmark: "engine",
    node: process.version,
    cpus: cpus().length,
    runs: RUNS,
    steps_per_run: 3,
    steps_saved_on_the_way: onTheWay,
    steps_answered_one_by_one: afterEach,
    idle_latency_ms: idle,
    latency_ms_behind_a_blocked_key: { backlog: BACKLOG, ...behindBacklog },
    target: TARGET,
    is_within_target: onTheWay.runs_per_second >= TARGET.runs_per_second && idle.p50 <= TARGET.idle_p50_ms,
  }),
);
process.exit(0);

/** A function of three steps that says when the last one is done. */
function define(name: string, options: { checkpointing?: boolean }) {
  return inngest.createFunction({ id: name.replace("/", "-"), triggers: [{ event: name }], ...options }, async ({ step }) => {
    const first = await step.run("first", () => 1);
    const second = await step.run("second", () => first + 1);
    await step.run("third", () => {
      finished();
      return second;
    });
  });
}

/** Sends so many events as fast as it can and waits for the last step of the last run. */
async function burst(name: string, count: number) {
  const finishedAll = waitFor(count);
  const startedAt = performance.now();
  const cpu = process.cpuUsage();
  await sendAll(name, count, {});
  const sentAt = performance.now();
  await finishedAll;
  const { user, system } = process.cpuUsage(cpu);
  const perSecond = (until: number) => Math.round((count * 1_000) / (until - startedAt));
  const runs = perSecond(performance.now());
  return {
    runs_per_second: runs,
    steps_per_second: runs * 3,
    events_sent_per_second: perSecond(sentAt),
    node_cpu_ms_per_run: Math.round((user + system) / 10 / count) / 100,
  };
}

async function sendAll(name: string, count: number, data: Record<string, string>) {
  for (let sent = 0; sent < count; sent += SEND_BATCH) {
    await inngest.send(Array.from({ length: Math.min(SEND_BATCH, count - sent) }, () => ({ name, data })));
  }
}

/** Milliseconds from before `send` to the end of the run's last step, one run at a time. */
async function latency(name: string) {
  const samples: number[] = [];
  for (let sample = 0; sample < IDLE_SAMPLES; sample += 1) {
    const finishedOne = waitFor(1);
    const startedAt = performance.now();
    await inngest.send({ name, data: { host: `fast-${sample % 4}` } });
    await finishedOne;
    samples.push(performance.now() - startedAt);
  }
  samples.sort((one, other) => one - other);
  const at = (share: number) => Math.round((samples[Math.floor((samples.length - 1) * share)] ?? 0) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}

function waitFor(count: number): Promise<void> {
  return new Promise((resolve) => {
    whenDone = { count: done + count, resolve };
  });
}

function finished(): void {
  done += 1;
  if (whenDone && done >= whenDone.count) whenDone.resolve();
}
