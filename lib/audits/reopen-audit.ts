import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { assignments, audits } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import { auditConflict } from "./audit-conflict";
import { lockAuditFor } from "./lock-audit-for";
import { settleAudit } from "./settle-audit";

type ReopenAuditInput = { viewer: Viewer; auditId: string; reason: string };

/**
 * Opens a completed audit again; the agent reads it anew once it is completed, and its assignment waits again. Wants a reason. Throws a conflict
 * for one that is open or validated, and for a calibration, which is not opened again.
 */
export async function reopenAudit({ viewer, auditId, reason }: ReopenAuditInput): Promise<void> {
  await db.transaction(async (transaction) => {
    const audit = await lockAuditFor({ transaction, viewer, auditId, to: "audit" });
    if (audit.status !== "completed") throw auditConflict(audit.status === "validated" ? "validated" : "not_completed");
    if (reason === "") throw auditConflict("reason_missing");
    await transaction
      .update(audits)
      .set({ status: "open", completedAt: null, completedBy: null, acknowledgedAt: null, revision: audit.revision + 1 })
      .where(eq(audits.id, auditId));
    if (audit.taskId !== null)
      await transaction
        .update(assignments)
        .set({ completedAt: null })
        .where(and(eq(assignments.taskId, audit.taskId), eq(assignments.kind, audit.kind)));
    await settleAudit(transaction, audit);
    await recordAuditEntry(
      { actor: viewer, action: "audit.reopened", object: { kind: "audit", id: auditId }, details: { reason } },
      transaction,
    );
  });
}
