import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { audits, machineWork } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { requireVisibleTask } from "@/lib/tasks/require-visible-task";
import { auditNotFound, readableAudits } from "./audit-access";
import { hasToCalibrate } from "./calibration-access";

/** What tells a page whether it is behind: the audit that it shows, how often that was changed, and where the machine's work on the call stands. */
export type AuditState = { auditId: string | null; revision: number; status: string; machine: string | null };

const NONE: AuditState = { auditId: null, revision: 0, status: "none", machine: null };

type GetAuditStateInput = { viewer: Viewer; subject: { taskId: string } | { auditId: string } };

/**
 * Where the audit of a task, or one audit, stands. Throws not-found for what the viewer may not read; a task without an audit has none, and so has
 * one that the viewer has still to calibrate.
 */
export async function getAuditState({ viewer, subject }: GetAuditStateInput): Promise<AuditState> {
  if ("taskId" in subject) {
    await requireVisibleTask({ viewer, taskId: subject.taskId });
    if (await hasToCalibrate(viewer, subject.taskId)) return NONE;
  } else if (!z.uuid().safeParse(subject.auditId).success) throw auditNotFound();
  const isWanted =
    "taskId" in subject ? and(eq(audits.taskId, subject.taskId), eq(audits.kind, "quality")) : eq(audits.id, subject.auditId);
  const [[audit], [machine]] = await Promise.all([
    db
      .select({ auditId: audits.id, revision: audits.revision, status: audits.status })
      .from(audits)
      .where(and(isWanted, readableAudits(viewer))),
    "taskId" in subject
      ? db
          .select({ status: machineWork.status, attemptCount: machineWork.attemptCount })
          .from(machineWork)
          .where(and(eq(machineWork.taskId, subject.taskId), eq(machineWork.kind, "audit")))
      : [],
  ]);
  if (!audit && "auditId" in subject) throw auditNotFound();
  return {
    ...(audit ?? NONE),
    machine: machine ? `${machine.status} ${machine.attemptCount}` : null,
  };
}
