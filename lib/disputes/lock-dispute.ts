import { eq, type SQL } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { disputes } from "@/db/schema";
import { type AuditRow, lockAudit } from "@/lib/audits/lock-audit";
import { disputeNotFound } from "./dispute-access";

/** A dispute as it stands. */
export type DisputeRow = typeof disputes.$inferSelect;

/**
 * A dispute with its audit, which nobody else changes until the transaction ends: the audit first, as whoever changes an audit does. Throws
 * not-found, also where the audit does not meet `condition`. Rights are the caller's to check.
 */
export async function lockDispute(
  transaction: Transaction,
  disputeId: string,
  condition?: SQL,
): Promise<{ audit: AuditRow; dispute: DisputeRow }> {
  if (!z.uuid().safeParse(disputeId).success) throw disputeNotFound();
  const [found] = await transaction.select({ auditId: disputes.auditId }).from(disputes).where(eq(disputes.id, disputeId));
  if (!found) throw disputeNotFound();
  const audit = await lockAudit(transaction, found.auditId, condition);
  const [dispute] = await transaction.select().from(disputes).where(eq(disputes.id, disputeId)).for("update");
  if (!dispute) throw disputeNotFound();
  return { audit, dispute };
}
