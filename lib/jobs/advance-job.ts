import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type JobProblem, jobs } from "@/db/schema";
import { findViewer } from "@/lib/auth/find-viewer";
import { AppError } from "@/lib/errors";
import { jobHandler } from "./job-handlers";
import { notifyJobChanged } from "./notify-job-changed";

/** `isOver`: nothing is left to do for this run, because the job has ended or another worker is on it. */
export type AdvancedJob = { isOver: boolean };

type Job = typeof jobs.$inferSelect;

/** A claim outlives any single step; after a crash the sweep waits for its end. */
const CLAIM_SECONDS = 60;
/** How long one call goes on before its progress is saved by the engine too. */
const TURN_MS = 2_000;
const MAX_PROBLEMS = 20;

/**
 * Moves a job on for about two seconds, saving how far it came after each step. One worker at a time; the rights of whoever ordered it are
 * looked up anew, so that a right that was taken away ends the job. Throws when a step fails as a whole: the same step can be tried again.
 */
export async function advanceJob({ jobId }: { jobId: string }): Promise<AdvancedJob> {
  const job = await claim(jobId);
  if (!job) return { isOver: true };
  try {
    return { isOver: await advanceForAWhile(job) };
  } finally {
    await db.update(jobs).set({ claimedUntil: null, dispatchedAt: sql`now()` }).where(eq(jobs.id, jobId));
  }
}

async function claim(jobId: string): Promise<Job | undefined> {
  const [job] = await db
    .update(jobs)
    .set({
      status: "running",
      claimedUntil: sql`now() + make_interval(secs => ${CLAIM_SECONDS})`,
      startedAt: sql`coalesce(${jobs.startedAt}, now())`,
    })
    .where(
      sql`${jobs.id} = ${jobId} and ${jobs.status} in ('queued', 'running') and (${jobs.claimedUntil} is null or ${jobs.claimedUntil} < now())`,
    )
    .returning();
  return job;
}

async function advanceForAWhile(claimed: Job): Promise<boolean> {
  const until = Date.now() + TURN_MS;
  let job = claimed;
  while (job.status === "running" && Date.now() < until) {
    if (job.cancelRequestedAt !== null) return end(job, "cancelled");
    const viewer = await findViewer({ userId: job.requestedBy });
    if (!viewer) return end(job, "failed", "The person who ordered it can no longer sign in.");
    try {
      const { kind, params, position, id: jobId } = job;
      const step = await jobHandler(kind).advance({ viewer, params, position, jobId });
      job = await saveProgress(job, step);
      if (step.position === null) return end(job, "completed");
    } catch (error) {
      // What was ordered can't be done with the rights of now; trying again would not help.
      if (error instanceof AppError && !error.isRetriable) return end(job, "failed", error.message);
      throw error;
    }
  }
  return false;
}

async function saveProgress(
  job: Job,
  { doneCount, problems, position }: { doneCount: number; problems: JobProblem[]; position: string | null },
) {
  const kept = [...job.problems, ...problems].slice(0, MAX_PROBLEMS);
  const [saved] = await db
    .update(jobs)
    .set({
      position,
      problems: kept,
      doneCount: sql`${jobs.doneCount} + ${doneCount}`,
      failedCount: sql`${jobs.failedCount} + ${problems.length}`,
      claimedUntil: sql`now() + make_interval(secs => ${CLAIM_SECONDS})`,
    })
    .where(eq(jobs.id, job.id))
    .returning();
  await notifyJobChanged(db, job);
  return saved ?? job;
}

async function end(job: Job, status: "completed" | "cancelled" | "failed", failure: string | null = null): Promise<true> {
  await db.transaction(async (transaction) => {
    await transaction.update(jobs).set({ status, failure, endedAt: sql`now()` }).where(eq(jobs.id, job.id));
    await notifyJobChanged(transaction, job);
  });
  return true;
}
