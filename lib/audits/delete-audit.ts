import { and, eq, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { auditAnswers, audits } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import { auditConflict } from "./audit-conflict";
import { lockAuditFor } from "./lock-audit-for";
import { settleAudit } from "./settle-audit";

/**
 * Deletes an audit that is open and that no person has answered, or one that was entered by hand and is not validated. For admins and the
 * campaign's supervisors. Throws a conflict for any other.
 */
export async function deleteAudit({ viewer, auditId }: { viewer: Viewer; auditId: string }): Promise<void> {
  await db.transaction(async (transaction) => {
    const audit = await lockAuditFor({ transaction, viewer, auditId, to: "validate" });
    if (audit.status === "validated") throw auditConflict("validated");
    if (audit.taskId !== null) {
      if (audit.status !== "open") throw auditConflict("not_open");
      const answered = await transaction.$count(auditAnswers, and(eq(auditAnswers.auditId, auditId), isNotNull(auditAnswers.answeredBy)));
      if (answered > 0) throw auditConflict("has_answers");
    }
    await transaction.delete(audits).where(eq(audits.id, auditId));
    await settleAudit(transaction, audit);
    const { taskId, kind, reference, score } = audit;
    await recordAuditEntry(
      { actor: viewer, action: "audit.deleted", object: { kind: "audit", id: auditId, name: reference }, details: { taskId, kind, score } },
      transaction,
    );
  });
}
