import { and, eq } from "drizzle-orm";
import { db, sqlClient } from "@/db/client";
import { machineWork } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { wantedMachineWork } from "@/lib/machine-work/wanted-machine-work";
import { findLatestVersion } from "@/lib/scorecards/find-latest-version";
import { mayEditScorecard } from "@/lib/scorecards/scorecard-access";
import { requireVisibleTask } from "@/lib/tasks/require-visible-task";
import { canAudit } from "./audit-access";
import { hasToCalibrate } from "./calibration-access";
import { findTaskAudit } from "./find-task-audit";
import type { AuditSheet } from "./get-audit";

/** Where the machine's audit of a task stands; null where it was never ordered. */
export type MachineAuditState = Pick<
  typeof machineWork.$inferSelect,
  "status" | "failureCode" | "failure" | "attemptCount" | "nextAttemptAt"
> | null;

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
  /** True where there is something for a machine to audit by, and to audit. */
  mayRequestMachine: boolean;
};

/**
 * All that the page of a task shows of auditing. Who has still to calibrate the call is shown their own part alone, so that nobody's answers lead
 * them. Throws not-found for a task that the viewer may not see.
 */
export async function getTaskAuditing({ viewer, taskId }: { viewer: Viewer; taskId: string }): Promise<TaskAuditing> {
  const { campaignId } = await requireVisibleTask({ viewer, taskId });
  const kind = (await hasToCalibrate(viewer, taskId)) ? "calibration" : "quality";
  const [audit, version, [machine], [wanted]] = await Promise.all([
    findTaskAudit({ viewer, taskId, kind }),
    findLatestVersion(campaignId, db),
    db
      .select({
        ...{ status: machineWork.status, failureCode: machineWork.failureCode, failure: machineWork.failure },
        ...{ attemptCount: machineWork.attemptCount, nextAttemptAt: machineWork.nextAttemptAt },
      })
      .from(machineWork)
      .where(and(eq(machineWork.taskId, taskId), eq(machineWork.kind, "audit"))),
    sqlClient`
      select from (${wantedMachineWork(taskId)}) as wanted where kind = 'audit' and exists (select from transcripts where task_id = ${taskId})`,
  ]);
  const isOfMachine = kind === "quality" && canAudit(viewer);
  return {
    ...{ kind, audit, hasScorecard: version !== null, mayBegin: canAudit(viewer), mayEditScorecard: mayEditScorecard(viewer, campaignId) },
    ...{ machine: isOfMachine ? (machine ?? null) : null, mayRequestMachine: isOfMachine && wanted !== undefined },
  };
}
