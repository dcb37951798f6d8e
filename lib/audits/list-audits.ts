import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { audits, campaigns, operators, scorecardVersions, users } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { MAX_PAGE_SIZE, type Page } from "@/lib/pagination";
import { visibleAudits } from "./audit-access";
import { type AuditCursor, decodeAuditCursor, encodeAuditCursor } from "./audit-cursor";
import { auditListCondition } from "./audit-list-condition";
import type { AuditListFilters } from "./audit-list-filters";

/**
 * A row of the list. `score` is of the answers so far, null while there are none; `auditorName` null: only the machine has answered. For agents it
 * is always null: they are not told who audited.
 */
export type AuditListItem = Awaited<ReturnType<typeof findAudits>>[number];
export type AuditPage = Page<AuditListItem> & { previousCursor: string | null };

type ListAuditsInput = {
  viewer: Viewer;
  filters?: AuditListFilters;
  /** `nextCursor` or `previousCursor` of another page; anything else opens the first page. */
  cursor?: string | null;
  limit?: number;
};

/** Audits that the viewer may see, the newest contact first. A page is a range of an index by the day of the contact, whatever its depth. */
export async function listAudits({ viewer, filters = {}, cursor, limit = 25 }: ListAuditsInput): Promise<AuditPage> {
  const size = Math.min(Math.max(limit, 1), MAX_PAGE_SIZE);
  const place = decodeAuditCursor(cursor);
  const isBackwards = place?.side === "before";
  // Who audits is not to be found out by asking for one after the other either.
  const isTold = viewer.role !== "agent";
  const isWanted = isTold || !filters.auditorId ? auditListCondition(filters) : sql`false`;
  const found = await findAudits(and(visibleAudits(viewer), isWanted, place ? beyond(place) : undefined), isBackwards, size + 1);
  const kept = found.slice(0, size).map((item) => (isTold ? item : { ...item, auditorName: null }));
  const items = isBackwards ? kept.reverse() : kept;
  const hasMore = found.length > size;
  const cursorAt = (item: AuditListItem | undefined, side: AuditCursor["side"]) =>
    item ? encodeAuditCursor({ contactOn: item.contactOn, contactAt: item.contactAt, id: item.id, side }) : null;
  return {
    items,
    nextCursor: hasMore || isBackwards ? cursorAt(items.at(-1), "after") : null,
    previousCursor: (isBackwards ? hasMore : place !== null) ? cursorAt(items[0], "before") : null,
  };
}

async function findAudits(condition: SQL | undefined, isBackwards: boolean, limit: number) {
  const direction = isBackwards ? asc : desc;
  return db
    .select({
      ...{ id: audits.id, kind: audits.kind, taskId: audits.taskId, status: audits.status, channel: audits.channel },
      ...{ contactAt: audits.contactAt, contactOn: audits.contactOn, reference: audits.reference },
      ...{ score: audits.score, scoreWithoutFail: audits.scoreWithoutFail, passingScore: audits.passingScore },
      ...{ hasCriticalFailure: audits.hasCriticalFailure, completedAt: audits.completedAt },
      ...{ campaignId: audits.campaignId, campaignName: campaigns.name, versionNumber: scorecardVersions.number },
      timeZone: sql<string>`coalesce(${campaigns.timeZone}, ${env.TIME_ZONE})`,
      operatorName: operators.name,
      auditorName: users.name,
    })
    .from(audits)
    .innerJoin(campaigns, eq(campaigns.id, audits.campaignId))
    .innerJoin(scorecardVersions, eq(scorecardVersions.id, audits.versionId))
    .leftJoin(operators, eq(operators.id, audits.operatorId))
    .leftJoin(users, eq(users.id, audits.auditorId))
    .where(condition)
    .orderBy(direction(audits.contactOn), direction(audits.contactAt), direction(audits.id))
    .limit(limit);
}

/** Rows that come after a place in the order of the query, compared as rows. */
function beyond({ contactOn, contactAt, id, side }: AuditCursor): SQL {
  const place = sql`(${contactOn}::date, ${sql.param(contactAt, audits.contactAt)}, ${id}::uuid)`;
  const row = sql`(${audits.contactOn}, ${audits.contactAt}, ${audits.id})`;
  return side === "before" ? sql`${row} > ${place}` : sql`${row} < ${place}`;
}
