import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import type { AuditKind } from "@/db/enums";
import { assignments, audits } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import { requireVisibleTask } from "@/lib/tasks/require-visible-task";
import { auditNotFound, canAudit } from "./audit-access";
import { hasToCalibrate } from "./calibration-access";
import { type OpenedAudit, openAudit } from "./open-audit";
import { settleTask } from "./settle-task";

type BeginAuditInput = { viewer: Viewer; taskId: string; kind?: AuditKind };

/**
 * Opens a task's audit for a person, or gives the one that is there: of any number who begin at once all get the same, and the first is its
 * auditor. A calibration is for those to whom it was assigned, and comes before any other audit of theirs of the call. Throws not-found for those who
 * may not, and a conflict `no_scorecard`.
 */
export async function beginAudit({ viewer, taskId, kind = "quality" }: BeginAuditInput): Promise<OpenedAudit> {
  await requireVisibleTask({ viewer, taskId });
  if (!canAudit(viewer) || (kind === "quality" && (await hasToCalibrate(viewer, taskId)))) throw auditNotFound();
  return db.transaction(async (transaction) => {
    if (kind === "calibration") {
      const [assigned] = await transaction
        .select({ id: assignments.id })
        .from(assignments)
        .where(
          and(
            ...[eq(assignments.taskId, taskId), eq(assignments.kind, kind), eq(assignments.auditorId, viewer.userId)],
            isNull(assignments.skippedAt),
          ),
        );
      if (!assigned) throw auditNotFound();
    }
    const opened = await openAudit({ transaction, taskId, kind, auditorId: viewer.userId });
    const taken = opened.isNew
      ? []
      : await transaction
          .update(audits)
          .set({ auditorId: viewer.userId })
          .where(and(eq(audits.id, opened.auditId), isNull(audits.auditorId), eq(audits.status, "open")))
          .returning({ id: audits.id });
    if (kind === "quality" && (opened.isNew || taken.length > 0)) await settleTask(transaction, taskId);
    if (opened.isNew)
      await recordAuditEntry(
        { actor: viewer, action: "audit.opened", object: { kind: "audit", id: opened.auditId }, details: { taskId, kind } },
        transaction,
      );
    return opened;
  });
}
