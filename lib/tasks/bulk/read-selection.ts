import { and, asc, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { tasks } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { readTaskPage } from "../read-task-page";
import { visibleTasks } from "../task-access";
import type { TaskSelection } from "./task-selection";

type ReadSelectionInput = { viewer: Viewer; selection: TaskSelection; position: string | null; size: number };

/** Some tasks of a selection, oldest first, and where the next ones begin; null when there are no more. */
export type SelectedTasks = { taskIds: string[]; position: string | null };

/**
 * The next tasks of a selection that the viewer may see. Goes by when tasks were made, so that a change that takes tasks out of the filter
 * skips none.
 */
export async function readSelection({ viewer, selection, position, size }: ReadSelectionInput): Promise<SelectedTasks> {
  if (selection.kind === "picked") return readPicked(viewer, selection.taskIds, position, size);
  const sort = { key: "created", order: "asc" } as const;
  const { items, nextCursor } = await readTaskPage({ viewer, filters: selection.filters, sort, cursor: position, size });
  return { taskIds: items.map(({ id }) => id), position: nextCursor };
}

async function readPicked(viewer: Viewer, taskIds: string[], position: string | null, size: number): Promise<SelectedTasks> {
  const found = await db
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(inArray(tasks.id, taskIds), visibleTasks(viewer), position === null ? undefined : sql`${tasks.id} > ${position}::uuid`))
    .orderBy(asc(tasks.id))
    .limit(size + 1);
  const kept = found.slice(0, size).map(({ id }) => id);
  return { taskIds: kept, position: found.length > size ? (kept.at(-1) ?? null) : null };
}
