import { and, eq, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { assignments, samples, tasks } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { queuePlace, queuePlaceColumns, waitsFor } from "./queue-conditions";

/** A call of a queue, and what is to be made of it. */
export type NextAssignment = { id: string; taskId: string; kind: "quality" | "calibration" };

type NextAssignmentInput = {
  viewer: Viewer;
  /** The call that is left: the next one is looked for behind it, and from the beginning once the end is reached. */
  afterTaskId?: string | null;
};

/**
 * The next call that waits for a viewer; null when none is left. Asked for at the time that it is wanted, so that a call which was done, skipped
 * or moved meanwhile does not come, whatever another tab shows.
 */
export async function nextAssignment({ viewer, afterTaskId = null }: NextAssignmentInput): Promise<NextAssignment | null> {
  const left = z.uuid().safeParse(afterTaskId).success ? afterTaskId : null;
  const leftPlace = db
    .select(queuePlaceColumns)
    .from(assignments)
    .innerJoin(samples, eq(samples.id, assignments.sampleId))
    .where(and(eq(assignments.taskId, sql`${left}::uuid`), eq(assignments.auditorId, viewer.userId)))
    .orderBy(assignments.createdAt)
    .limit(1);
  const [next] = await db
    .select({ id: assignments.id, taskId: assignments.taskId, kind: assignments.kind })
    .from(assignments)
    .innerJoin(samples, eq(samples.id, assignments.sampleId))
    .innerJoin(tasks, eq(tasks.id, assignments.taskId))
    .where(and(waitsFor(viewer), left === null ? undefined : ne(assignments.taskId, left)))
    .orderBy(...(left === null ? [] : [sql`(${queuePlace} > ${leftPlace}) is not true`]), queuePlace)
    .limit(1);
  return next ?? null;
}
