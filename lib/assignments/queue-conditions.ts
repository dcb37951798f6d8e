import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { assignments, samples } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { visibleTasks } from "@/lib/tasks/task-access";

/** What decides where a call stands in its auditor's queue: what is due first, then as it was drawn. */
export const queuePlaceColumns = {
  dueOn: sql`coalesce(${samples.dueOn}, 'infinity'::date)`,
  createdAt: assignments.createdAt,
  position: assignments.position,
  id: assignments.id,
};

/** The same as a row, to sort and compare by. */
export const queuePlace = sql`(${sql.join(Object.values(queuePlaceColumns), sql`, `)})`;

/** The calls that wait for a viewer and that they may still see, as a condition on assignments joined to tasks. */
export function waitsFor(viewer: Viewer): SQL | undefined {
  return and(
    eq(assignments.auditorId, viewer.userId),
    isNull(assignments.completedAt),
    isNull(assignments.skippedAt),
    viewer.role === "agent" ? sql`false` : visibleTasks(viewer),
  );
}
