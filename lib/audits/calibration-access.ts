import { and, eq, isNull, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { assignments, audits } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";

/** Whether a viewer has any call still to calibrate: one look into an index, so that lists ask no row of it for those who have none. */
export async function hasCallsToCalibrate(viewer: Viewer): Promise<boolean> {
  const [open] = await db.select({ id: assignments.id }).from(assignments).where(waitsForCalibration(viewer)).limit(1);
  return open !== undefined;
}

/** Whether a viewer has still to calibrate the call of one task. */
export async function hasToCalibrate(viewer: Viewer, taskId: string, executor: Transaction | typeof db = db): Promise<boolean> {
  return (await executor.$count(assignments, and(eq(assignments.taskId, taskId), waitsForCalibration(viewer)))) > 0;
}

/** The tasks of the calls that a viewer has still to calibrate. */
export async function listCallsToCalibrate(viewer: Viewer): Promise<string[]> {
  const open = await db.select({ taskId: assignments.taskId }).from(assignments).where(waitsForCalibration(viewer));
  return open.map(({ taskId }) => taskId);
}

/** That a viewer has still to calibrate the call of a task, so that nobody's answers may lead them. */
export function isToCalibrate(viewer: Viewer, taskId: SQLWrapper): SQL<boolean> {
  return sql<boolean>`exists (select from ${assignments} where ${assignments.taskId} = ${taskId} and ${waitsForCalibration(viewer)})`;
}

/** That an audit is what others, or the machine, judged of a call which the viewer has still to calibrate, as a condition on `audits`. */
export function isHiddenForCalibration(viewer: Viewer): SQL<boolean> {
  const isOwn = sql`(${audits.kind} = 'calibration' and ${audits.auditorId} = ${viewer.userId})`;
  return sql<boolean>`(${isToCalibrate(viewer, audits.taskId)} and not ${isOwn})`;
}

/** As a condition on `assignments`. Agents calibrate nothing, also where they once did. */
function waitsForCalibration({ userId, role }: Viewer): SQL | undefined {
  if (role === "agent") return sql`false`;
  return and(
    ...[eq(assignments.kind, "calibration"), eq(assignments.auditorId, userId)],
    ...[isNull(assignments.completedAt), isNull(assignments.skippedAt)],
  );
}
