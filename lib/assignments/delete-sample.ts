import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { assignments, samples } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import { sampleNotFound, visibleSample } from "./assignment-access";

/**
 * Takes a sample's calls that wait out of their queues: they can be drawn again. What was done or skipped stays with the sample, so that it can be told
 * who did what; a sample of which nothing stays is gone. For admins and the campaign's supervisors; not found for others.
 */
export async function deleteSample({ actor, id }: { actor: Viewer; id: string }): Promise<{ isGone: boolean; deletedCount: number }> {
  return db.transaction(async (transaction) => {
    const [sample] = await transaction.select().from(samples).where(visibleSample(actor, id)).for("update");
    if (!sample) throw sampleNotFound();
    const deleted = await transaction
      .delete(assignments)
      .where(and(eq(assignments.sampleId, id), isNull(assignments.completedAt), isNull(assignments.skippedAt)))
      .returning({ id: assignments.id });
    const keptCount = await transaction.$count(assignments, eq(assignments.sampleId, id));
    if (keptCount === 0) await transaction.delete(samples).where(eq(samples.id, id));
    const { name, campaignId, seed } = sample;
    const details = { campaignId, seed, removed: deleted.length, kept: keptCount };
    await recordAuditEntry({ actor, action: "sample.deleted", object: { kind: "sample", id, name }, details }, transaction);
    return { isGone: keptCount === 0, deletedCount: deleted.length };
  });
}
