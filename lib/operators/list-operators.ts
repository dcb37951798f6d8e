import { and, asc, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import type { OperatorOrigin } from "@/db/enums";
import { operatorAliases, operators, tasks, users } from "@/db/schema";
import type { Actor } from "@/lib/auth/viewer";
import { likePattern } from "@/lib/like-pattern";
import { MAX_PAGE_SIZE, type Page } from "@/lib/pagination";
import type { SortOrder } from "@/lib/tasks/task-filters";
import { canSortByLastCall } from "./can-sort-by-last-call";
import { MAX_COUNTED_TASKS } from "./max-counted-tasks";
import { ownTasks, requireOperatorManager, visibleMerged, visibleOperators } from "./operator-access";
import { decodeOperatorCursor, encodeOperatorCursor, type OperatorCursor, type OperatorSortKey } from "./operator-cursor";
import { operatorMatchKey } from "./operator-match-key";

/** A row of the list. Tasks and calls are those that the viewer may see; `taskCount` is at most MAX_COUNTED_TASKS. */
export type OperatorListItem = {
  id: string;
  name: string;
  origin: OperatorOrigin;
  mergedInto: { id: string; name: string } | null;
  aliasCount: number;
  taskCount: number;
  lastCallAt: Date | null;
  userName: string | null;
};

export type OperatorPage = Page<OperatorListItem> & { previousCursor: string | null };

export type OperatorSort = { key: OperatorSortKey; order: SortOrder };

type ListOperatorsInput = {
  viewer: Actor;
  /** Part of a name or alias, whatever its case and accents. */
  text?: string;
  origins?: OperatorOrigin[];
  /** Those who were merged away instead of those who are there. */
  isMergedAway?: boolean;
  sort?: OperatorSort;
  /** `nextCursor` or `previousCursor` of another page of the same sort; anything else opens the first page. */
  cursor?: string | null;
  limit?: number;
};

const BY_NAME: OperatorSort = { key: "name", order: "asc" };

const targets = alias(operators, "targets");

/**
 * Operators that the viewer may see, by name or by their last call. By name a page is one range of an index; by last call each operator costs
 * one look into an index, so it grows with staff, never with calls. For supervisors it would be a look for each campaign too: theirs goes by
 * name (canSortByLastCall).
 */
export async function listOperators(input: ListOperatorsInput): Promise<OperatorPage> {
  const { viewer, text = "", origins = [], isMergedAway = false, cursor, limit = 25 } = input;
  requireOperatorManager(viewer);
  const sort = sortFor(viewer, input.sort ?? BY_NAME);
  const size = Math.min(Math.max(limit, 1), MAX_PAGE_SIZE);
  const place = decodeOperatorCursor(cursor, sort.key);
  const isBackwards = place?.side === "before";
  const isDescending = (sort.order === "desc") !== isBackwards;
  const direction = isDescending ? desc : asc;

  const lastCall = lastCallFor(viewer);
  const sorted = sort.key === "name" ? sql`${operators.matchKey}` : sql`coalesce(${lastCall.at}, '-infinity')`;
  const page = db
    .select({ id: operators.id, sorted: sorted.as("sorted"), lastCallAt: lastCall.at })
    .from(operators)
    .leftJoinLateral(lastCall, sort.key === "name" ? sql`false` : sql`true`)
    .where(
      and(
        isMergedAway ? isNotNull(operators.mergedIntoId) : isNull(operators.mergedIntoId),
        isMergedAway ? visibleMerged(viewer) : visibleOperators(viewer),
        origins.length > 0 ? inArray(operators.origin, origins) : undefined,
        named(operatorMatchKey(text)),
        place ? beyond(place, sort.key, sorted, isDescending) : undefined,
      ),
    )
    .orderBy(direction(sorted), direction(operators.id))
    .limit(size + 1)
    .as("page");
  const last = lastCallFor(viewer);
  const found = await db
    .select({
      id: operators.id,
      name: operators.name,
      matchKey: operators.matchKey,
      origin: operators.origin,
      mergedInto: { id: targets.id, name: targets.name },
      aliasCount: sql<number>`(select count(*)::int from ${operatorAliases} where ${operatorAliases.operatorId} = ${operators.id})`,
      taskCount: countTasksFor(viewer),
      lastCallAt: last.at,
      userName: users.name,
    })
    .from(page)
    .innerJoin(operators, eq(operators.id, page.id))
    .leftJoin(targets, eq(targets.id, operators.mergedIntoId))
    .leftJoin(users, eq(users.operatorId, operators.id))
    .leftJoinLateral(last, sql`true`)
    .orderBy(direction(page.sorted), direction(page.id));

  const kept = found.slice(0, size);
  const rows = isBackwards ? kept.reverse() : kept;
  const hasMore = found.length > size;
  const cursorAt = (row: (typeof rows)[number] | undefined, side: OperatorCursor["side"]) => {
    if (!row) return null;
    const value = sort.key === "name" ? row.matchKey : (row.lastCallAt?.toISOString() ?? null);
    return encodeOperatorCursor({ key: sort.key, value, id: row.id, side });
  };
  return {
    items: rows.map(({ matchKey, ...item }) => item),
    nextCursor: hasMore || isBackwards ? cursorAt(rows.at(-1), "after") : null,
    previousCursor: (isBackwards ? hasMore : place !== null) ? cursorAt(rows[0], "before") : null,
  };
}

function sortFor(viewer: Actor, sort: OperatorSort): OperatorSort {
  return sort.key === "lastCall" && !canSortByLastCall(viewer) ? BY_NAME : sort;
}

function named(text: string): SQL | undefined {
  if (text === "") return undefined;
  const pattern = likePattern(text);
  const aliased = db
    .select({ id: operatorAliases.operatorId })
    .from(operatorAliases)
    .where(sql`${operatorAliases.matchKey} like ${pattern}`);
  return sql`(${operators.matchKey} like ${pattern} or ${operators.id} in (${aliased}))`;
}

/** With more campaigns than these one of the newest calls is of one of them anyhow. */
const MAX_CAMPAIGN_LOOKS = 8;

/** The start of the operator's last call that the viewer may see: one look, or one for each of few campaigns. */
function lastCallFor(viewer: Actor) {
  const campaignIds = viewer === "system" || viewer.role === "admin" ? null : viewer.campaignIds;
  const lastWith = (condition: SQL | undefined) =>
    db
      .select({ at: tasks.startedAt })
      .from(tasks)
      .where(and(eq(tasks.operatorId, operators.id), condition))
      .orderBy(desc(tasks.startedAt))
      .limit(1);
  if (!campaignIds || campaignIds.length > MAX_CAMPAIGN_LOOKS) return lastWith(ownTasks(viewer)).as("last_call");
  const inCampaign = lastWith(sql`${tasks.campaignId} = own.id`).as("last_in_campaign");
  return db
    .select({ at: inCampaign.at })
    .from(sql`unnest(${sql.param(campaignIds)}::int[]) as own(id)`)
    .crossJoinLateral(inCampaign)
    .orderBy(desc(inCampaign.at))
    .limit(1)
    .as("last_call");
}

function countTasksFor(viewer: Actor): SQL<number> {
  const some = db
    .select({ one: sql`1` })
    .from(tasks)
    .where(and(eq(tasks.operatorId, operators.id), ownTasks(viewer)))
    .limit(MAX_COUNTED_TASKS)
    .as("some");
  return sql<number>`(select count(*)::int from ${some})`;
}

/** Rows that come after a place in the order of the query, compared as rows. */
function beyond({ value, id }: OperatorCursor, key: OperatorSortKey, sorted: SQL, isDescending: boolean): SQL {
  const at = key === "name" ? sql`${value}::text` : value === null ? sql`'-infinity'::timestamptz` : sql`${value}::timestamptz`;
  const position = sql`(${at}, ${id}::uuid)`;
  return isDescending ? sql`(${sorted}, ${operators.id}) < ${position}` : sql`(${sorted}, ${operators.id}) > ${position}`;
}
