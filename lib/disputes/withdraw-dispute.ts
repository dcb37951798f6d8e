import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { criteria, disputes } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { notifyAuditChanged } from "@/lib/audits/notify-audit-changed";
import type { Viewer } from "@/lib/auth/viewer";
import { disputeNotFound, disputeRefused } from "./dispute-access";
import { lockDispute } from "./lock-dispute";

/** Takes a dispute back: whoever opened it, while nobody has decided it. Not found for anybody else; a conflict once it is closed. */
export async function withdrawDispute({ actor, disputeId }: { actor: Viewer; disputeId: string }): Promise<void> {
  await db.transaction(async (transaction) => {
    const { audit, dispute } = await lockDispute(transaction, disputeId);
    if (actor.role !== "agent" || dispute.openedBy !== actor.userId) throw disputeNotFound();
    if (dispute.status !== "open") throw disputeRefused("not_open");
    await transaction.update(disputes).set({ status: "withdrawn" }).where(eq(disputes.id, disputeId));
    await notifyAuditChanged(transaction, audit);
    const [criterion] = await transaction
      .select({ question: criteria.question })
      .from(criteria)
      .where(eq(criteria.id, dispute.criterionId));
    const details = { auditId: audit.id, taskId: audit.taskId, campaignId: audit.campaignId };
    const object = { kind: "dispute", id: disputeId, name: criterion?.question };
    await recordAuditEntry({ actor, action: "dispute.withdrawn", object, details }, transaction);
  });
}
