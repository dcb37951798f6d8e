import type { Transaction } from "@/db/client";
import type { AuditRow } from "./lock-audit";
import { notifyAuditChanged } from "./notify-audit-changed";
import { settleTask } from "./settle-task";

/** Brings the task of an audit that counts into line with it, and tells those who look at either, as part of the transaction that changed the audit. */
export async function settleAudit(transaction: Transaction, audit: Pick<AuditRow, "id" | "taskId" | "campaignId" | "kind">): Promise<void> {
  if (audit.taskId !== null && audit.kind === "quality") await settleTask(transaction, audit.taskId);
  else await notifyAuditChanged(transaction, audit);
}
