import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { audits } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { notifyAuditChanged } from "@/lib/audits/notify-audit-changed";
import type { Viewer } from "@/lib/auth/viewer";
import { lockOwnAudit } from "./lock-own-audit";

/** Notes that the agent has read an audit of a call of theirs. What was noted first stays, however often it is said. Not found for anybody else. */
export async function acknowledgeAudit({ actor, auditId }: { actor: Viewer; auditId: string }): Promise<void> {
  await db.transaction(async (transaction) => {
    const audit = await lockOwnAudit(transaction, { actor, auditId });
    if (audit.acknowledgedAt !== null) return;
    await transaction.update(audits).set({ acknowledgedAt: new Date() }).where(eq(audits.id, auditId));
    await notifyAuditChanged(transaction, audit);
    const details = { taskId: audit.taskId, campaignId: audit.campaignId, score: audit.score };
    await recordAuditEntry({ actor, action: "audit.acknowledged", object: { kind: "audit", id: auditId }, details }, transaction);
  });
}
