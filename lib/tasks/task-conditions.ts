import { and, gte, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { tasks } from "@/db/schema";
import type { TaskFilters } from "./task-filters";

/** Filters with the text resolved to what it stands for. */
export type ResolvedFilters = Omit<TaskFilters, "text"> & {
  /** Digits that a phone number of the call contains. */
  numberDigits?: string;
  /** Operators whose name contains the text; these and no others, even when there are none. */
  namedOperatorIds?: string[];
  /** What somebody says in the call. */
  spokenText?: string;
  /** Calls whose recording or whose id at the platform the text names; these besides what else it means. */
  fileCallIds?: string[];
};

/** The filters, but for those of lib/tasks/task-narrowings.ts, as a condition on `tasks`; undefined when they narrow nothing. */
export function matchingTasks(filters: ResolvedFilters): SQL | undefined {
  const { campaignIds = [], operatorIds = [], isOperatorUnknown = false, statuses = [], directions = [], sources = [] } = filters;
  return and(
    campaignIds.length > 0 ? inArray(tasks.campaignId, campaignIds) : undefined,
    or(
      operatorIds.length > 0 ? inArray(tasks.operatorId, operatorIds) : undefined,
      isOperatorUnknown ? isNull(tasks.operatorId) : undefined,
    ),
    statuses.length > 0 ? inArray(tasks.status, statuses) : undefined,
    directions.length > 0 ? inArray(tasks.direction, directions) : undefined,
    sources.length > 0 ? inArray(tasks.source, sources) : undefined,
    filters.startedFrom && gte(tasks.startedAt, filters.startedFrom),
    filters.startedBefore && lt(tasks.startedAt, filters.startedBefore),
    filters.createdBefore && lt(tasks.createdAt, filters.createdBefore),
    // Written as in the indexes of scores.
    filters.scoreFrom === undefined ? undefined : sql`coalesce(${tasks.score}, 1000) >= ${filters.scoreFrom}::numeric`,
    filters.scoreTo === undefined && filters.scoreFrom === undefined
      ? undefined
      : sql`coalesce(${tasks.score}, 1000) <= ${filters.scoreTo ?? 100}::numeric`,
    filters.namedOperatorIds && sql`${tasks.operatorId} = any(${sql.param(filters.namedOperatorIds)}::uuid[])`,
  );
}
