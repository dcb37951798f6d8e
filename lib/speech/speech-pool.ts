import { type ChildProcess, fork } from "node:child_process";
import { Socket } from "node:net";
import { availableParallelism } from "node:os";
import path from "node:path";
import type { SpeechReply, SpeechRequest, SpeechResult } from "./messages";
import { SpeechFailure } from "./speech-failure";

type JobInput = {
  request: SpeechRequest;
  signal: AbortSignal;
  timeoutMs: number;
  /** The limit once the sound's length is known, counted from the job's start. */
  timeoutMsFor: (durationSeconds: number) => number;
  onProgress?: (share: number) => void;
};
type Job = JobInput & {
  id: number;
  startedAt: number;
  /** Whether its child has said anything of it. */
  isHeard: boolean;
  onAbort: () => void;
  resolve: (result: SpeechResult) => void;
  reject: (failure: SpeechFailure) => void;
};
/** One child process and the job that it has. `failure` is why it is being ended. */
type Slot = {
  child: ChildProcess;
  job: Job | null;
  timer: NodeJS.Timeout | undefined;
  jobCount: number;
  complaint: string;
  failure: SpeechFailure | null;
};
type Pool = { slots: Set<Slot>; queue: Job[]; nextId: number };

/** One engine keeps a core busy and another one half: one for each two cores. */
const MAX_SLOTS = Math.max(1, Math.floor(availableParallelism() / 2));
const MAX_QUEUED = 64;
/** What the native code leaks stays small. */
const JOBS_PER_CHILD = 20;
/** A child that has nothing to do keeps half a gigabyte of weights: it ends. */
const IDLE_MS = 60_000;

const holder = globalThis as typeof globalThis & { auditoriaSpeechPool?: Pool };

/**
 * Runs one job in a child process of its own, or lets it wait for one. A child that overruns its time, or whose job is cancelled, is killed
 * and has ended before the job fails; the next job gets a new one. Throws SpeechFailure, `busy` where too many wait already.
 */
export function runSpeechJob(input: JobInput): Promise<SpeechResult> {
  holder.auditoriaSpeechPool ??= { slots: new Set(), queue: [], nextId: 1 };
  const pool = holder.auditoriaSpeechPool;
  return new Promise((resolve, reject) => {
    if (input.signal.aborted) return reject(cancelled());
    if (pool.queue.length >= MAX_QUEUED) {
      return reject(new SpeechFailure("busy", `${MAX_QUEUED} recordings wait for the speech engine already. Try again later.`));
    }
    const job: Job = { ...input, id: pool.nextId++, startedAt: 0, isHeard: false, onAbort: () => cancel(pool, job), resolve, reject };
    pool.queue.push(job);
    input.signal.addEventListener("abort", job.onAbort, { once: true });
    assignJobs(pool);
  });
}

function cancel(pool: Pool, job: Job): void {
  const place = pool.queue.indexOf(job);
  const slot = [...pool.slots].find((one) => one.job === job);
  if (slot) endSlot(slot, cancelled());
  else if (pool.queue.splice(place, place < 0 ? 0 : 1).length > 0) job.reject(cancelled());
}

function assignJobs(pool: Pool): void {
  while (pool.queue.length > 0) {
    const idle = [...pool.slots].find(({ job, failure }) => job === null && failure === null);
    const slot = idle ?? (pool.slots.size < MAX_SLOTS ? openSlot(pool) : null);
    const job = slot && pool.queue.shift();
    if (!slot || !job) return;
    clearTimeout(slot.timer);
    slot.job = job;
    slot.jobCount++;
    slot.complaint = "";
    job.startedAt = performance.now();
    limitTime(slot, job.timeoutMs);
    slot.child.ref();
    slot.child.channel?.ref();
    slot.child.send({ ...job.request, id: job.id }, (error) => error && endSlot(slot, engineFailed(error.message)));
  }
}

function openSlot(pool: Pool): Slot {
  // Plain files run by Node itself, outside whatever bundled this one: the folder is found from where the application was started.
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), "lib/speech/worker/worker.ts");
  const child = fork(file, {
    execArgv: ["--max-old-space-size=512", "--expose-gc"],
    env: { NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const slot: Slot = { child, job: null, timer: undefined, jobCount: 0, complaint: "", failure: null };
  pool.slots.add(slot);
  // What it says is only of use after it ended: it must not keep this process alive until then.
  if (child.stderr instanceof Socket) child.stderr.unref();
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    slot.complaint = (slot.complaint + text).slice(-500);
  });
  child.on("message", (reply: SpeechReply) => take(pool, slot, reply));
  child.on("error", (error) => endSlot(slot, engineFailed(error.message)));
  child.on("exit", (code, signal) => {
    pool.slots.delete(slot);
    // It had ended while it was idle, before anybody could know: the job was never begun.
    if (slot.job && !slot.job.isHeard && slot.jobCount > 1 && !slot.failure) putBack(pool, slot);
    const lastWords = slot.complaint.trim().split("\n").at(-1) ?? "";
    settle(slot, (job) => job.reject(slot.failure ?? engineFailed(`it ended with ${signal ?? `status ${code}`}. ${lastWords}`.trim())));
    clearTimeout(slot.timer);
    assignJobs(pool);
  });
  return slot;
}

function take(pool: Pool, slot: Slot, reply: SpeechReply): void {
  const { job } = slot;
  if (job?.id !== reply.id || slot.failure) return;
  job.isHeard = true;
  if ("progress" in reply) job.onProgress?.(reply.progress);
  else if ("durationSeconds" in reply) limitTime(slot, job.timeoutMsFor(reply.durationSeconds) - (performance.now() - job.startedAt));
  else {
    settle(slot, () => {
      if ("result" in reply) job.resolve(reply.result);
      else job.reject(new SpeechFailure(reply.failure.reason, reply.failure.message, reply.failure.packs));
    });
    if (slot.jobCount >= JOBS_PER_CHILD) endSlot(slot, cancelled());
    else rest(slot);
    assignJobs(pool);
  }
}

function putBack(pool: Pool, slot: Slot): void {
  if (slot.job) pool.queue.unshift(slot.job);
  slot.job = null;
}

/** An idle child does not keep the process alive, and ends when nobody comes. */
function rest(slot: Slot): void {
  slot.timer = setTimeout(() => endSlot(slot, cancelled()), IDLE_MS).unref();
  slot.child.unref();
  slot.child.channel?.unref();
}

function settle(slot: Slot, end: (job: Job) => void): void {
  const { job } = slot;
  clearTimeout(slot.timer);
  slot.job = null;
  if (!job) return;
  job.signal.removeEventListener("abort", job.onAbort);
  end(job);
}

function limitTime(slot: Slot, milliseconds: number): void {
  clearTimeout(slot.timer);
  slot.timer = setTimeout(
    () => endSlot(slot, new SpeechFailure("out_of_time", "The speech engine took too long for this recording.")),
    Math.max(0, milliseconds),
  );
}

/** Kills a child. Its job, if it has one, fails with the reason once it has ended. */
function endSlot(slot: Slot, failure: SpeechFailure): void {
  slot.failure ??= failure;
  slot.child.kill("SIGKILL");
}

function cancelled(): SpeechFailure {
  return new SpeechFailure("cancelled", "It was cancelled.");
}

function engineFailed(what: string): SpeechFailure {
  return new SpeechFailure("engine_failed", `The speech engine failed: ${what}`);
}
