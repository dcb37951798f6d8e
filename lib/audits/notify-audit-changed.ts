import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { AuditRow } from "./lock-audit";

/** Lets pages that show an audit, or lists that it stands in, show themselves anew once the transaction commits. Where the task changes, settleTask does. */
export async function notifyAuditChanged(transaction: Transaction, audit: Pick<AuditRow, "id" | "taskId" | "campaignId">): Promise<void> {
  const payload = JSON.stringify({ id: audit.taskId ?? audit.id, campaignId: audit.campaignId });
  await transaction.execute(sql`select pg_notify('task_changed', ${payload})`);
}
