import { asc, desc, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { callOutcomes, calls, campaigns, operators, recordings, tasks } from "@/db/schema";
import { hasCallsToCalibrate, isToCalibrate } from "@/lib/audits/calibration-access";
import type { Viewer } from "@/lib/auth/viewer";
import { canSeeMoney } from "@/lib/outcomes/can-see-money";
import { findSnippets } from "@/lib/transcripts/find-snippets";
import { findTaskIds } from "./find-task-ids";
import type { TaskListItem, TaskPage } from "./list-tasks";
import { resolveFilters } from "./resolve-filters";
import { decodeTaskCursor, encodeTaskCursor, type TaskCursor } from "./task-cursor";
import { asksForScores, type TaskFilters, type TaskSort } from "./task-filters";
import { physicalOrder } from "./task-id-page";
import { sortedValue } from "./task-order";

type ReadTaskPageInput = {
  viewer: Viewer;
  filters: TaskFilters;
  sort: TaskSort;
  cursor?: string | null;
  /** Rows of a page; what a list asks for is bounded by listTasks. */
  size: number;
};

/**
 * One page of the list of tasks, of any size: for the list itself and for what goes through all of it. Calls that the viewer has still to calibrate
 * are without their score, and not in what is narrowed or ordered by it.
 */
export async function readTaskPage({ viewer, filters, sort: wanted, cursor, size }: ReadTaskPageInput): Promise<TaskPage> {
  const sort = sortWithin(filters, wanted);
  const place = decodeTaskCursor(cursor, sort.key);
  const isBackwards = place?.side === "before";
  const { expression, isDescending } = physicalOrder({ sort, isBackwards });
  const direction = isDescending ? desc : asc;

  const [resolved, calibrates] = await Promise.all([
    resolveFilters(canSeeMoney(viewer) ? filters : { ...filters, revenueFrom: undefined, revenueTo: undefined }),
    hasCallsToCalibrate(viewer),
  ]);
  const isBlind = calibrates && asksForScores(filters, sort);
  const ids = await findTaskIds({ viewer, filters: resolved, sort, isBackwards, place, rowCount: size + 1, isBlind });
  const found = await db
    .select({ ...shownColumns, isScoreHidden: calibrates ? isToCalibrate(viewer, tasks.id) : sql<boolean>`false` })
    .from(tasks)
    .innerJoin(calls, eq(calls.id, tasks.callId))
    .innerJoin(recordings, eq(recordings.id, tasks.recordingId))
    .innerJoin(campaigns, eq(campaigns.id, tasks.campaignId))
    .leftJoin(operators, eq(operators.id, tasks.operatorId))
    .leftJoin(callOutcomes, eq(callOutcomes.callId, tasks.callId))
    .where(inArray(tasks.id, ids))
    .orderBy(direction(expression), direction(tasks.id))
    .limit(size + 1);

  const snippets = resolved.spokenText === undefined ? null : await findSnippets({ taskIds: ids, text: resolved.spokenText });
  const kept = found.slice(0, size).map((row) => ({ ...withoutHidden(viewer, row), snippet: snippets?.get(row.id) ?? null }));
  const items = isBackwards ? kept.reverse() : kept;
  const hasMore = found.length > size;
  const cursorAt = (item: TaskListItem | undefined, side: TaskCursor["side"]) =>
    item ? encodeTaskCursor({ key: sort.key, value: sortedValue(sort, item), id: item.id, side }) : null;
  return {
    items,
    nextCursor: hasMore || isBackwards ? cursorAt(items.at(-1), "after") : null,
    previousCursor: (isBackwards ? hasMore : place !== null) ? cursorAt(items[0], "before") : null,
    leavesOut: isBlind,
  };
}

/** Within a range of call starts, newest first means by call start: the range is then one piece of the index. */
function sortWithin({ startedFrom, startedBefore }: TaskFilters, sort: TaskSort): TaskSort {
  return sort.key === "created" && (startedFrom || startedBefore) ? { key: "started", order: sort.order } : sort;
}

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
  score: tasks.score,
  passingScore: campaigns.passingScore,
  outcome: {
    converted: callOutcomes.converted,
    revenue: callOutcomes.revenue,
    buyerName: callOutcomes.buyerName,
    publisherName: callOutcomes.publisherName,
  },
};

type FoundTask = Omit<TaskListItem, "snippet">;

function withoutHidden(viewer: Viewer, item: FoundTask): FoundTask {
  const outcome = item.outcome === null || canSeeMoney(viewer) ? item.outcome : { ...item.outcome, revenue: null };
  return { ...item, outcome, score: item.isScoreHidden ? null : item.score };
}
