import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { audits, tasks } from "@/db/schema";
import { auditNotFound } from "./audit-access";

/** An audit as it stands. */
export type AuditRow = typeof audits.$inferSelect;

/** An audit that nobody else changes until the transaction ends. Throws not-found, also where it does not meet `condition`. Rights are the caller's to check. */
export async function lockAudit(transaction: Transaction, auditId: string, condition?: SQL): Promise<AuditRow> {
  // The task first, as those do who give a call to another operator: its audit follows.
  const ofTask = sql`${tasks.id} = (select ${audits.taskId} from ${audits} where ${audits.id} = ${auditId})`;
  await transaction.select({ id: tasks.id }).from(tasks).where(ofTask).for("no key update");
  const [audit] = await transaction
    .select()
    .from(audits)
    .where(and(eq(audits.id, auditId), condition))
    .for("update");
  if (!audit) throw auditNotFound();
  return audit;
}
