import { asc, desc, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Direction, Source, TaskStatus } from "@/db/enums";
import { calls, campaigns, operators, recordings, tasks } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { MAX_PAGE_SIZE, type Page } from "@/lib/pagination";
import { findTaskIds } from "./find-task-ids";
import { resolveFilters } from "./resolve-filters";
import { decodeTaskCursor, encodeTaskCursor, type TaskCursor } from "./task-cursor";
import type { TaskFilters, TaskSort, TaskSortKey } from "./task-filters";
import { TASK_SORT_COLUMNS } from "./task-id-page";

export type TaskListItem = {
  id: string;
  campaignId: number;
  campaignName: string;
  /** Null: the platform named nobody, or an extension. */
  operatorName: string | null;
  extension: string;
  direction: Direction;
  source: Source;
  status: TaskStatus;
  failure: string | null;
  /** The other party: who called, or who was called. As it came; empty for a hidden caller. */
  number: string;
  startedAt: Date;
  createdAt: Date;
  durationSeconds: number;
  isPartial: boolean;
};

export type TaskPage = Page<TaskListItem> & {
  /** Cursor of the page before; null when this is the first. */
  previousCursor: string | null;
};

type ListTasksInput = {
  viewer: Viewer;
  filters?: TaskFilters;
  sort?: TaskSort;
  /** `nextCursor` or `previousCursor` of another page of the same sort; anything else opens the first page. */
  cursor?: string | null;
  limit?: number;
};

const NEWEST_FIRST: TaskSort = { key: "created", order: "desc" };

/** Newest tasks first, or as sorted; only those that the viewer may see. A page costs the same at any depth. */
export async function listTasks({ viewer, filters = {}, sort = NEWEST_FIRST, cursor, limit = 25 }: ListTasksInput): Promise<TaskPage> {
  const size = Math.min(Math.max(limit, 1), MAX_PAGE_SIZE);
  const { key, order } = sortWithin(filters, sort);
  const place = decodeTaskCursor(cursor, key);
  const isBackwards = place?.side === "before";
  const isDescending = (order === "desc") !== isBackwards;
  const direction = isDescending ? desc : asc;

  const resolved = await resolveFilters(filters);
  const ids = await findTaskIds({ viewer, filters: resolved, sortKey: key, isDescending, place, rowCount: size + 1 });
  const found = await db
    .select(shownColumns)
    .from(tasks)
    .innerJoin(calls, eq(calls.id, tasks.callId))
    .innerJoin(recordings, eq(recordings.id, tasks.recordingId))
    .innerJoin(campaigns, eq(campaigns.id, tasks.campaignId))
    .leftJoin(operators, eq(operators.id, tasks.operatorId))
    .where(inArray(tasks.id, ids))
    .orderBy(direction(TASK_SORT_COLUMNS[key]), direction(tasks.id));

  const kept = found.slice(0, size);
  const items = isBackwards ? kept.reverse() : kept;
  const hasMore = found.length > size;
  const cursorAt = (item: TaskListItem | undefined, side: TaskCursor["side"]) =>
    item ? encodeTaskCursor({ key, value: SORT_VALUES[key](item), id: item.id, side }) : null;
  return {
    items,
    nextCursor: hasMore || isBackwards ? cursorAt(items.at(-1), "after") : null,
    previousCursor: (isBackwards ? hasMore : place !== null) ? cursorAt(items[0], "before") : null,
  };
}

/** Within a range of call starts, newest first means by call start: the range is then one piece of the index. */
function sortWithin({ startedFrom, startedBefore }: TaskFilters, sort: TaskSort): TaskSort {
  return sort.key === "created" && (startedFrom || startedBefore) ? { key: "started", order: sort.order } : sort;
}

const SORT_VALUES: Record<TaskSortKey, (item: TaskListItem) => Date | number> = {
  created: (item) => item.createdAt,
  started: (item) => item.startedAt,
  duration: (item) => item.durationSeconds,
};

const shownColumns = {
  id: tasks.id,
  campaignId: tasks.campaignId,
  campaignName: campaigns.name,
  operatorName: operators.name,
  extension: calls.extension,
  direction: tasks.direction,
  source: tasks.source,
  status: tasks.status,
  failure: tasks.failure,
  number: sql<string>`case ${tasks.direction} when 'inbound' then ${calls.calling} else ${calls.called} end`,
  startedAt: tasks.startedAt,
  createdAt: tasks.createdAt,
  durationSeconds: tasks.durationSeconds,
  isPartial: recordings.isPartial,
};
