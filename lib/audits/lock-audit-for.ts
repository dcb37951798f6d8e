import { z } from "zod";
import type { Transaction } from "@/db/client";
import type { Viewer } from "@/lib/auth/viewer";
import { auditNotFound, canAudit, canValidate, readableAudits } from "./audit-access";
import { auditConflict } from "./audit-conflict";
import { hasToCalibrate } from "./calibration-access";
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
 * whose it is, and by nobody else, and only as long as it waits for them: a conflict `calibration_over` from then on, since what others judged is shown.
 */
export async function lockAuditFor({ transaction, viewer, auditId, to }: LockAuditForInput): Promise<AuditRow> {
  const may = to === "audit" ? canAudit(viewer) : canValidate(viewer);
  if (!may || !z.uuid().safeParse(auditId).success) throw auditNotFound();
  const audit = await lockAudit(transaction, auditId, readableAudits(viewer));
  if (to === "audit" && audit.kind === "calibration") {
    if (audit.auditorId !== viewer.userId || audit.taskId === null) throw auditNotFound();
    if (!(await hasToCalibrate(viewer, audit.taskId, transaction))) throw auditConflict("calibration_over");
  }
  return audit;
}
