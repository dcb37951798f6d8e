import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { assignments, machineWork, scorecards, scorecardVersions } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { requireVisibleTask } from "@/lib/tasks/require-visible-task";
import { canAudit, canValidate } from "./audit-access";
import { findTaskAudit } from "./find-task-audit";
import type { AuditSheet } from "./get-audit";

/** Where the machine's audit of a task stands; null where it was never ordered. */
export type MachineAuditState = Pick<typeof machineWork.$inferSelect, "status" | "failure" | "attemptCount" | "nextAttemptAt"> | null;

export type TaskAuditing = {
  kind: "quality" | "calibration";
  /** Null where there is none yet, or none for the viewer. */
  audit: AuditSheet | null;
  /** False: nothing is published that the call could be audited by. */
  hasScorecard: boolean;
  mayBegin: boolean;
  /** True for those who may publish a scorecard for the campaign. */
  mayEditScorecard: boolean;
  machine: MachineAuditState;
};

/**
 * All that the page of a task shows of auditing. Who has still to calibrate the call is shown their own part alone, so that nobody's answers lead
 * them. Throws not-found for a task that the viewer may not see.
 */
export async function getTaskAuditing({ viewer, taskId }: { viewer: Viewer; taskId: string }): Promise<TaskAuditing> {
  const { campaignId } = await requireVisibleTask({ viewer, taskId });
  const kind = (await hasToCalibrate(viewer, taskId)) ? "calibration" : "quality";
  const [audit, [version], [machine]] = await Promise.all([
    findTaskAudit({ viewer, taskId, kind }),
    db
      .select({ id: scorecardVersions.id })
      .from(scorecards)
      .innerJoin(scorecardVersions, and(eq(scorecardVersions.scorecardId, scorecards.id), isNotNull(scorecardVersions.number)))
      .where(eq(scorecards.campaignId, campaignId))
      .limit(1),
    db
      .select({
        ...{ status: machineWork.status, failure: machineWork.failure },
        ...{ attemptCount: machineWork.attemptCount, nextAttemptAt: machineWork.nextAttemptAt },
      })
      .from(machineWork)
      .where(and(eq(machineWork.taskId, taskId), eq(machineWork.kind, "audit"))),
  ]);
  return {
    ...{ kind, audit, hasScorecard: version !== undefined, mayBegin: canAudit(viewer), mayEditScorecard: canValidate(viewer) },
    machine: kind === "quality" && canAudit(viewer) ? (machine ?? null) : null,
  };
}

async function hasToCalibrate({ userId, role }: Viewer, taskId: string): Promise<boolean> {
  if (role === "agent") return false;
  const [open] = await db
    .select({ id: assignments.id })
    .from(assignments)
    .where(
      and(
        ...[eq(assignments.kind, "calibration"), eq(assignments.taskId, taskId), eq(assignments.auditorId, userId)],
        ...[isNull(assignments.completedAt), isNull(assignments.skippedAt)],
      ),
    );
  return open !== undefined;
}
