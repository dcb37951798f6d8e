import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { audits } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import { auditConflict } from "./audit-conflict";
import { lockAuditFor } from "./lock-audit-for";
import { settleAudit } from "./settle-audit";

type WithdrawValidationInput = { viewer: Viewer; auditId: string; reason: string };

/** Takes the signing off of an audit back, so that it can be corrected: it is completed again. Wants a reason. For admins and the campaign's supervisors. */
export async function withdrawValidation({ viewer, auditId, reason }: WithdrawValidationInput): Promise<void> {
  await db.transaction(async (transaction) => {
    const audit = await lockAuditFor({ transaction, viewer, auditId, to: "validate" });
    if (audit.status !== "validated") throw auditConflict("not_completed");
    if (reason === "") throw auditConflict("reason_missing");
    await transaction
      .update(audits)
      .set({ status: "completed", validatedAt: null, validatedBy: null, revision: audit.revision + 1 })
      .where(eq(audits.id, auditId));
    await settleAudit(transaction, audit);
    await recordAuditEntry(
      { actor: viewer, action: "audit.validation_withdrawn", object: { kind: "audit", id: auditId }, details: { reason } },
      transaction,
    );
  });
}
