import { and, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { jobs } from "@/db/schema";
import { notifyJobChanged } from "./notify-job-changed";

/** Ends a job that its worker gave up, with the reason. What was done stays done; a job that is over stays as it is. */
export async function failJob({ jobId, reason }: { jobId: string; reason: string }): Promise<void> {
  await db.transaction(async (transaction) => {
    const [failed] = await transaction
      .update(jobs)
      .set({ status: "failed", failure: reason, endedAt: sql`now()`, claimedUntil: null })
      .where(and(eq(jobs.id, jobId), inArray(jobs.status, ["queued", "running"])))
      .returning({ id: jobs.id, requestedBy: jobs.requestedBy });
    if (failed) await notifyJobChanged(transaction, failed);
  });
}
