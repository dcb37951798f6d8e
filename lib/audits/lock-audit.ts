import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { audits } from "@/db/schema";
import { auditNotFound } from "./audit-access";

/** An audit as it stands. */
export type AuditRow = typeof audits.$inferSelect;

/** An audit that nobody else changes until the transaction ends. Throws not-found. Rights are the caller's to check. */
export async function lockAudit(transaction: Transaction, auditId: string): Promise<AuditRow> {
  const [audit] = await transaction.select().from(audits).where(eq(audits.id, auditId)).for("update");
  if (!audit) throw auditNotFound();
  return audit;
}
