import { and, asc, desc, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { tasks } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { visibleTasks } from "./task-access";
import { matchingTasks, type ResolvedFilters } from "./task-conditions";
import type { TaskCursor } from "./task-cursor";
import type { TaskSortKey } from "./task-filters";

export const TASK_SORT_COLUMNS = { created: tasks.createdAt, started: tasks.startedAt, duration: tasks.durationSeconds };

export type TaskIdPageInput = {
  viewer: Viewer;
  filters: ResolvedFilters;
  sortKey: TaskSortKey;
  isDescending: boolean;
  place: TaskCursor | null;
  rowCount: number;
};

/**
 * The ids of one page (`id`, `at`) as a subquery: one range of an index, or one for each campaign or operator that is asked for. Looks at
 * no phone number; `amongCallIds` narrows it to the tasks of those calls.
 */
export function taskIdPage({ viewer, filters, sortKey, isDescending, place, rowCount }: TaskIdPageInput, amongCallIds?: string[]) {
  const direction = isDescending ? desc : asc;
  const column = TASK_SORT_COLUMNS[sortKey];
  const ordering = [direction(column), direction(tasks.id)];
  const selection = { id: tasks.id, at: sql`${column}`.as("at") };
  const conditions = [
    visibleTasks(viewer),
    matchingTasks(filters),
    place ? beyond(place, sortKey, isDescending) : undefined,
    amongCallIds && sql`${tasks.callId} = any(${sql.param(amongCallIds)}::uuid[])`,
  ];
  const driver = amongCallIds ? null : driverOf(viewer, filters, sortKey);
  if (!driver)
    return db
      .select(selection)
      .from(tasks)
      .where(and(...conditions))
      .orderBy(...ordering)
      .limit(rowCount)
      .as("page");

  // The newest of each campaign (or operator), and then the newest of those: reading the newest of all until enough of them are among
  // those asked for would read the whole table for a campaign that ended a year ago.
  const ofOne = db
    .select(selection)
    .from(tasks)
    .where(and(...conditions, sql`${driver.column} = driver.id`))
    .orderBy(...ordering)
    .limit(rowCount)
    .as("of_one");
  return db
    .select({ id: ofOne.id, at: ofOne.at })
    .from(sql`unnest(${driver.ids}) as driver(id)`)
    .crossJoinLateral(ofOne)
    .orderBy(direction(ofOne.at), direction(ofOne.id))
    .limit(rowCount)
    .as("page");
}

/** Ids whose tasks are read one after the other; null where one range serves better. */
function driverOf(viewer: Viewer, filters: ResolvedFilters, sortKey: TaskSortKey): { column: SQL; ids: SQL } | null {
  // No index is by campaign or operator and then by duration.
  if (sortKey === "duration" || filters.isOperatorUnknown) return null;
  const operatorIds = filters.operatorIds?.length ? filters.operatorIds : filters.namedOperatorIds;
  if (operatorIds) return { column: sql`${tasks.operatorId}`, ids: sql`${sql.param(operatorIds)}::uuid[]` };
  const ownCampaignIds = viewer.role === "supervisor" || viewer.role === "auditor" ? viewer.campaignIds : undefined;
  const campaignIds = filters.campaignIds?.length ? filters.campaignIds : ownCampaignIds;
  return campaignIds ? { column: sql`${tasks.campaignId}`, ids: sql`${sql.param(campaignIds)}::int[]` } : null;
}

/** Rows that come after a place in the order of the query, compared as rows. */
function beyond({ value, id }: TaskCursor, sortKey: TaskSortKey, isDescending: boolean): SQL {
  const column = TASK_SORT_COLUMNS[sortKey];
  const position = sql`(${sql.param(value, column)}, ${id}::uuid)`;
  return isDescending ? sql`(${column}, ${tasks.id}) < ${position}` : sql`(${column}, ${tasks.id}) > ${position}`;
}
