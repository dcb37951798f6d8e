import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { assignments, audits, campaigns } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import { auditConflict } from "./audit-conflict";
import { lockAuditFor } from "./lock-audit-for";
import { rescoreAudit } from "./rescore-audit";
import { isPassing } from "./score-audit";
import { settleAudit } from "./settle-audit";

type CompletedAudit = { score: number; passingScore: number; hasPassed: boolean };

/**
 * Completes an audit by the campaign's passing score of now, and with it whatever assignment wanted it. One that the machine completed becomes the
 * person's. Throws a conflict `unanswered` with `details.criterionIds` while criteria have no answer, and `not_open` for what a person completed.
 */
export async function completeAudit({ viewer, auditId }: { viewer: Viewer; auditId: string }): Promise<CompletedAudit> {
  return db.transaction(async (transaction) => {
    const audit = await lockAuditFor({ transaction, viewer, auditId, to: "audit" });
    const isOfMachine = audit.status === "completed" && audit.completedBy === null;
    if (audit.status !== "open" && !isOfMachine) throw auditConflict("not_open");
    const { score, unansweredIds } = await rescoreAudit(transaction, audit);
    if (unansweredIds.length > 0) throw auditConflict("unanswered", { criterionIds: unansweredIds });
    const [campaign] = await transaction
      .select({ passingScore: campaigns.passingScore })
      .from(campaigns)
      .where(eq(campaigns.id, audit.campaignId));
    const passingScore = campaign?.passingScore ?? audit.passingScore;
    await transaction
      .update(audits)
      .set({
        ...{ status: "completed", passingScore, completedAt: new Date(), completedBy: viewer.userId },
        auditorId: audit.auditorId ?? viewer.userId,
      })
      .where(eq(audits.id, auditId));
    if (audit.taskId !== null) {
      // A call that is audited needs nobody any more, whoever was to do it; a calibration is each auditor's own.
      const isOwn = audit.kind === "calibration" ? eq(assignments.auditorId, viewer.userId) : undefined;
      await transaction
        .update(assignments)
        .set({ completedAt: sql`now()` })
        .where(
          and(
            ...[eq(assignments.taskId, audit.taskId), eq(assignments.kind, audit.kind), isOwn],
            ...[isNull(assignments.completedAt), isNull(assignments.skippedAt)],
          ),
        );
    }
    await settleAudit(transaction, audit);
    const hasPassed = isPassing(score, passingScore);
    await recordAuditEntry(
      { actor: viewer, action: "audit.completed", object: { kind: "audit", id: auditId }, details: { score, passingScore } },
      transaction,
    );
    return { score, passingScore, hasPassed };
  });
}
