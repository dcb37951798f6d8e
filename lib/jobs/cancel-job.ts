import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { jobs } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import { jobNotFound, visibleJob } from "./job-access";
import { notifyJobChanged } from "./notify-job-changed";

/** Stops a job before its next step; what was done stays done. One that is over stays as it is. For whoever ordered it and for admins. */
export async function cancelJob({ viewer, id }: { viewer: Viewer; id: string }): Promise<void> {
  if (!z.uuid().safeParse(id).success) throw jobNotFound();
  await db.transaction(async (transaction) => {
    const [job] = await transaction.select().from(jobs).where(visibleJob(viewer, id)).for("update");
    if (!job) throw jobNotFound();
    const isWaiting = sql`${jobs.claimedUntil} is null`;
    const cancelled = await transaction
      .update(jobs)
      .set({
        cancelRequestedAt: sql`coalesce(${jobs.cancelRequestedAt}, now())`,
        // Nobody is on it: it need not be found by a worker first.
        status: sql`case when ${isWaiting} then 'cancelled' else ${jobs.status} end`,
        endedAt: sql`case when ${isWaiting} then now() end`,
      })
      .where(and(eq(jobs.id, id), inArray(jobs.status, ["queued", "running"])))
      .returning({ id: jobs.id });
    if (cancelled.length === 0) return;
    await notifyJobChanged(transaction, job);
    await recordAuditEntry({ actor: viewer, action: "job.cancelled", object: { kind: "job", id, name: job.kind } }, transaction);
  });
}
