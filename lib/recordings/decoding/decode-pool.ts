import { availableParallelism } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { AudioInspection } from "./audio-inspection";

type Job = { id: number; path: string; ffmpegPath: string | null; timeoutMs: number; settle: (result: JobResult) => void };
export type JobResult = { inspection: AudioInspection } | { failure: string; isFault: boolean };

type Thread = { worker: Worker; job: Job | null; timer: NodeJS.Timeout | undefined; jobCount: number };
type Pool = { threads: Set<Thread>; queue: Job[]; nextId: number };

const MAX_THREADS = Math.max(1, availableParallelism());
/** A thread is replaced now and then, so that what a decoder leaks stays small. */
const JOBS_PER_THREAD = 1_000;

const holder = globalThis as typeof globalThis & { auditoriaDecodePool?: Pool };

/** Runs one inspection in a thread of its own memory and time. A thread that overruns either is killed and replaced; its job fails. */
export function runInspection(job: Omit<Job, "id" | "settle">): Promise<JobResult> {
  holder.auditoriaDecodePool ??= { threads: new Set(), queue: [], nextId: 1 };
  const pool = holder.auditoriaDecodePool;
  return new Promise((settle) => {
    pool.queue.push({ ...job, id: pool.nextId++, settle });
    assignJobs(pool);
  });
}

function assignJobs(pool: Pool): void {
  while (pool.queue.length > 0) {
    const idle = [...pool.threads].find((thread) => thread.job === null) ?? (pool.threads.size < MAX_THREADS ? startThread(pool) : null);
    const job = idle && pool.queue.shift();
    if (!idle || !job) return;
    idle.job = job;
    idle.jobCount++;
    // Waiting for a verdict keeps the process alive, an idle thread does not.
    idle.worker.ref();
    idle.timer = setTimeout(() => endThread(pool, idle, { failure: "decoding it took too long", isFault: false }), job.timeoutMs);
    idle.worker.postMessage({ id: job.id, path: job.path, ffmpegPath: job.ffmpegPath });
  }
}

function startThread(pool: Pool): Thread {
  // Plain files run by Node itself, outside whatever bundled this one: the folder is found from where the application was started.
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), "lib/recordings/decoding/worker/worker.ts");
  const worker = new Worker(file, {
    execArgv: [],
    argv: [],
    env: {},
    stdin: false,
    resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
  const thread: Thread = { worker, job: null, timer: undefined, jobCount: 0 };
  pool.threads.add(thread);
  worker.on("message", (message: { id: number } & ({ inspection: AudioInspection } | { failure: string })) => {
    if (thread.job?.id !== message.id) return;
    const result = "inspection" in message ? { inspection: message.inspection } : { failure: message.failure, isFault: true };
    if (thread.jobCount >= JOBS_PER_THREAD) endThread(pool, thread, result);
    else settleJob(pool, thread, result);
  });
  worker.on("error", (error) => {
    const isMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
    endThread(
      pool,
      thread,
      isMemory ? { failure: "decoding it took too much memory", isFault: false } : { failure: error.message, isFault: true },
    );
  });
  worker.on("exit", () => endThread(pool, thread, { failure: "the decoder ended", isFault: true }));
  return thread;
}

function settleJob(pool: Pool, thread: Thread, result: JobResult): void {
  clearTimeout(thread.timer);
  const { job } = thread;
  thread.job = null;
  thread.worker.unref();
  job?.settle(result);
  assignJobs(pool);
}

function endThread(pool: Pool, thread: Thread, result: JobResult): void {
  if (!pool.threads.delete(thread)) return;
  void thread.worker.terminate();
  settleJob(pool, thread, result);
}
