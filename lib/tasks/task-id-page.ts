import { and, asc, desc, not, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { tasks } from "@/db/schema";
import { isToCalibrate } from "@/lib/audits/calibration-access";
import type { Viewer } from "@/lib/auth/viewer";
import { visibleTasks } from "./task-access";
import { matchingTasks, type ResolvedFilters } from "./task-conditions";
import type { TaskCursor } from "./task-cursor";
import type { TaskSort } from "./task-filters";
import { taskOrder } from "./task-order";

export type TaskIdPageInput = {
  viewer: Viewer;
  filters: ResolvedFilters;
  sort: TaskSort;
  /** From the end towards the beginning: rows come in the opposite order. */
  isBackwards: boolean;
  place: TaskCursor | null;
  rowCount: number;
  /** Leaves out the calls that the viewer has still to calibrate. */
  isBlind: boolean;
};

/** Tasks that something was found for already, by their own ids or by those of their calls: a `uuid[]`. */
export type TaskHits = { column: "id" | "callId"; ids: SQL };

type Narrowed = {
  /** Among tasks that were found otherwise. */
  among?: TaskHits | undefined;
  /** A condition on `tasks` beside the filters. */
  where?: SQL | undefined;
  /** Whether `callId` is wanted, for which each row of the table is read; null otherwise. */
  hasCalls?: boolean;
};

/**
 * The ids of one page (`id`, `call_id`, `at`) as a subquery, in order: one range of an index, or one for each campaign, operator or status
 * that is asked for. Looks at nothing beside the tasks themselves, unless it is narrowed by more.
 */
export function taskIdPage(
  { viewer, filters, sort, isBackwards, place, rowCount, isBlind }: TaskIdPageInput,
  { among, where, hasCalls = false }: Narrowed = {},
) {
  const { expression, param, isDescending } = physicalOrder({ sort, isBackwards });
  const direction = isDescending ? desc : asc;
  const ordering = [direction(expression), direction(tasks.id)];
  const callId = hasCalls ? sql`${tasks.callId}` : sql`null::uuid`;
  const selection = { id: tasks.id, callId: callId.as("call_id"), at: sql`${expression}`.as("at") };
  const conditions = [
    visibleTasks(viewer),
    matchingTasks(filters),
    isBlind ? not(isToCalibrate(viewer, tasks.id)) : undefined,
    place ? beyond({ expression, isDescending, value: param(place.value), id: place.id }) : undefined,
    // By a subquery, of which the planner knows not how many there are: it would rather read the list from its front until it met them.
    among && sql`${tasks[among.column]} = any((select ${among.ids})::uuid[])`,
    where,
  ];
  const driver = among ? null : driverOf({ viewer, filters, sort });
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
    .select({ id: ofOne.id, callId: ofOne.callId, at: ofOne.at })
    .from(sql`unnest(${driver.ids}) as driver(id)`)
    .crossJoinLateral(ofOne)
    .orderBy(direction(ofOne.at), direction(ofOne.id))
    .limit(rowCount)
    .as("page");
}

/** The order in which the database reads: that of the sort, turned round on the way back. */
export function physicalOrder({ sort, isBackwards }: Pick<TaskIdPageInput, "sort" | "isBackwards">) {
  const order = taskOrder(sort);
  return { ...order, isDescending: order.isDescending !== isBackwards };
}

/** Values whose tasks are read one after the other; null where one range serves better. */
export function driverOf({ viewer, filters, sort: { key } }: Pick<TaskIdPageInput, "viewer" | "filters" | "sort">): {
  column: SQL;
  ids: SQL;
} | null {
  // By duration and by score there is an index of each status, and none of each campaign or operator.
  if (key === "duration" || key === "score") {
    const statuses = [...new Set(filters.statuses)];
    return statuses.length > 1 ? { column: sql`${tasks.status}`, ids: sql`${sql.param(statuses)}::task_status[]` } : null;
  }
  if (filters.isOperatorUnknown) return null;
  const operatorIds = filters.operatorIds?.length ? filters.operatorIds : filters.namedOperatorIds;
  if (operatorIds) return { column: sql`${tasks.operatorId}`, ids: sql`${sql.param(operatorIds)}::uuid[]` };
  const ownCampaignIds = viewer.role === "supervisor" || viewer.role === "auditor" ? viewer.campaignIds : undefined;
  const campaignIds = filters.campaignIds?.length ? filters.campaignIds : ownCampaignIds;
  return campaignIds ? { column: sql`${tasks.campaignId}`, ids: sql`${sql.param(campaignIds)}::int[]` } : null;
}

/** Rows that come after a place in the order of the query, compared as rows. */
function beyond({ expression, isDescending, value, id }: { expression: SQL; isDescending: boolean; value: SQL; id: string }): SQL {
  const position = sql`(${value}, ${id}::uuid)`;
  return isDescending ? sql`(${expression}, ${tasks.id}) < ${position}` : sql`(${expression}, ${tasks.id}) > ${position}`;
}
