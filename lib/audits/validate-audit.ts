import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { audits } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import { auditConflict } from "./audit-conflict";
import { lockAuditFor } from "./lock-audit-for";
import { settleAudit } from "./settle-audit";

/** Signs a completed audit off: nothing of it changes any more until that is withdrawn. For admins and the campaign's supervisors. */
export async function validateAudit({ viewer, auditId }: { viewer: Viewer; auditId: string }): Promise<void> {
  await db.transaction(async (transaction) => {
    const audit = await lockAuditFor({ transaction, viewer, auditId, to: "validate" });
    if (audit.status === "validated") return;
    if (audit.status !== "completed" || audit.kind === "calibration") throw auditConflict("not_completed");
    await transaction
      .update(audits)
      .set({ status: "validated", validatedAt: new Date(), validatedBy: viewer.userId, revision: audit.revision + 1 })
      .where(eq(audits.id, auditId));
    await settleAudit(transaction, audit);
    await recordAuditEntry(
      { actor: viewer, action: "audit.validated", object: { kind: "audit", id: auditId }, details: { score: audit.score } },
      transaction,
    );
  });
}
