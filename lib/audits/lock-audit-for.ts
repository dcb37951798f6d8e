import { z } from "zod";
import type { Transaction } from "@/db/client";
import type { Viewer } from "@/lib/auth/viewer";
import { auditNotFound, canAudit, canValidate, readableAudits } from "./audit-access";
import { type AuditRow, lockAudit } from "./lock-audit";

type LockAuditForInput = {
  transaction: Transaction;
  viewer: Viewer;
  auditId: string;
  /** What the viewer is about to do: fill in or correct, or sign off and what goes with it. */
  to: "audit" | "validate";
};

/**
 * An audit that the viewer may work on, held until the transaction ends. Throws not-found for any other. A calibration is filled in by the person
 * whose it is, and by nobody else.
 */
export async function lockAuditFor({ transaction, viewer, auditId, to }: LockAuditForInput): Promise<AuditRow> {
  const may = to === "audit" ? canAudit(viewer) : canValidate(viewer);
  if (!may || !z.uuid().safeParse(auditId).success) throw auditNotFound();
  const audit = await lockAudit(transaction, auditId, readableAudits(viewer));
  if (to === "audit" && audit.kind === "calibration" && audit.auditorId !== viewer.userId) throw auditNotFound();
  return audit;
}
