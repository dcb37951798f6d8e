import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { audits } from "@/db/schema";
import { changesBetween } from "@/lib/audit-log/changes-between";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import type { RemarksInput } from "./answer-input";
import { auditConflict } from "./audit-conflict";
import { lockAuditFor } from "./lock-audit-for";
import { settleAudit } from "./settle-audit";

type WriteRemarksInput = { viewer: Viewer; auditId: string; input: RemarksInput };

/** Writes what is said of a whole audit. Throws a conflict `changed_meanwhile` with what is there in `details.current` for who has not seen it. */
export async function writeRemarks({ viewer, auditId, input: { seen, ...remarks } }: WriteRemarksInput): Promise<{ revision: number }> {
  return db.transaction(async (transaction) => {
    const audit = await lockAuditFor({ transaction, viewer, auditId, to: "audit" });
    if (audit.status === "validated") throw auditConflict("validated");
    const current = { comment: audit.comment, praise: audit.praise };
    const changes = changesBetween(current, remarks);
    if (Object.keys(changes).length === 0) return { revision: audit.revision };
    if (seen.comment !== current.comment || seen.praise !== current.praise) throw auditConflict("changed_meanwhile", { current });
    const revision = audit.revision + 1;
    await transaction
      .update(audits)
      .set({ ...remarks, revision, auditorId: audit.auditorId ?? viewer.userId })
      .where(eq(audits.id, auditId));
    await settleAudit(transaction, audit);
    if (audit.status !== "open")
      await recordAuditEntry(
        { actor: viewer, action: "audit.remarks_changed", object: { kind: "audit", id: auditId }, details: changes },
        transaction,
      );
    return { revision };
  });
}
