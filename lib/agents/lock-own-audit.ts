import { z } from "zod";
import type { Transaction } from "@/db/client";
import { auditNotFound } from "@/lib/audits/audit-access";
import { type AuditRow, lockAudit } from "@/lib/audits/lock-audit";
import type { Viewer } from "@/lib/auth/viewer";

type LockOwnAuditInput = { actor: Viewer; auditId: string };

/** A completed audit of an agent's own call, as agents see them, which nobody else changes until the transaction ends. Not found for anybody else. */
export async function lockOwnAudit(transaction: Transaction, { actor, auditId }: LockOwnAuditInput): Promise<AuditRow> {
  if (actor.role !== "agent" || actor.operatorId === null || !z.uuid().safeParse(auditId).success) throw auditNotFound();
  const audit = await lockAudit(transaction, auditId);
  if (audit.operatorId !== actor.operatorId || audit.kind !== "quality" || audit.status === "open") throw auditNotFound();
  return audit;
}
