import { and, asc, desc, eq, not, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { audits, campaigns, operators, scorecardVersions, users } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { MAX_PAGE_SIZE, type Page } from "@/lib/pagination";
import { visibleAudits } from "./audit-access";
import { type AuditCursor, decodeAuditCursor, encodeAuditCursor } from "./audit-cursor";
import { asksForAnswers, auditListCondition } from "./audit-list-condition";
import type { AuditListFilters } from "./audit-list-filters";
import { hasCallsToCalibrate, isHiddenForCalibration } from "./calibration-access";

/**
 * A row of the list. `score` is of the answers so far, null while there are none; `auditorName` null: only the machine has answered. For agents it
 * is always null: they are not told who audited. `isHidden`: what came of it waits until the viewer has calibrated the call.
 */
export type AuditListItem = Awaited<ReturnType<typeof findAudits>>[number];
/** `leavesOut`: not in it are audits whose answers, which it asks for, wait until the viewer has calibrated their calls. */
export type AuditPage = Page<AuditListItem> & { previousCursor: string | null; leavesOut: boolean };

type ListAuditsInput = {
  viewer: Viewer;
  filters?: AuditListFilters;
  /** `nextCursor` or `previousCursor` of another page; anything else opens the first page. */
  cursor?: string | null;
  limit?: number;
};

/**
 * Audits that the viewer may see, the newest contact first. A page is a range of an index by the day of the contact, whatever its depth. Of calls that
 * the viewer has still to calibrate nothing tells what others judged.
 */
export async function listAudits({ viewer, filters = {}, cursor, limit = 25 }: ListAuditsInput): Promise<AuditPage> {
  const size = Math.min(Math.max(limit, 1), MAX_PAGE_SIZE);
  const place = decodeAuditCursor(cursor);
  const isBackwards = place?.side === "before";
  // Who audits is not to be found out by asking for one after the other either.
  const isTold = viewer.role !== "agent";
  const isWanted = isTold || !filters.auditorId ? auditListCondition(filters) : sql`false`;
  const hidden = (await hasCallsToCalibrate(viewer)) ? isHiddenForCalibration(viewer) : null;
  const isLeftOut = hidden !== null && asksForAnswers(filters) ? not(hidden) : undefined;
  const condition = and(visibleAudits(viewer), isWanted, isLeftOut, place ? beyond(place) : undefined);
  const found = await findAudits({ condition, hidden, isBackwards, limit: size + 1 });
  const kept = found.slice(0, size).map((item) => (isTold ? item : { ...item, auditorName: null }));
  const items = isBackwards ? kept.reverse() : kept;
  const hasMore = found.length > size;
  const cursorAt = (item: AuditListItem | undefined, side: AuditCursor["side"]) =>
    item ? encodeAuditCursor({ contactOn: item.contactOn, contactAt: item.contactAt, id: item.id, side }) : null;
  return {
    items,
    nextCursor: hasMore || isBackwards ? cursorAt(items.at(-1), "after") : null,
    previousCursor: (isBackwards ? hasMore : place !== null) ? cursorAt(items[0], "before") : null,
    leavesOut: isLeftOut !== undefined,
  };
}

type FindAuditsInput = { condition: SQL | undefined; hidden: SQL<boolean> | null; isBackwards: boolean; limit: number };

async function findAudits({ condition, hidden, isBackwards, limit }: FindAuditsInput) {
  const direction = isBackwards ? asc : desc;
  const found = await db
    .select({
      ...{ id: audits.id, kind: audits.kind, taskId: audits.taskId, status: audits.status, channel: audits.channel },
      ...{ contactAt: audits.contactAt, contactOn: audits.contactOn, reference: audits.reference },
      ...{ score: audits.score, scoreWithoutFail: audits.scoreWithoutFail, passingScore: audits.passingScore },
      ...{ hasCriticalFailure: audits.hasCriticalFailure, completedAt: audits.completedAt },
      ...{ campaignId: audits.campaignId, campaignName: campaigns.name, versionNumber: scorecardVersions.number },
      timeZone: sql<string>`coalesce(${campaigns.timeZone}, ${env.TIME_ZONE})`,
      operatorName: operators.name,
      auditorName: users.name,
      isHidden: hidden ?? sql<boolean>`false`,
    })
    .from(audits)
    .innerJoin(campaigns, eq(campaigns.id, audits.campaignId))
    .innerJoin(scorecardVersions, eq(scorecardVersions.id, audits.versionId))
    .leftJoin(operators, eq(operators.id, audits.operatorId))
    .leftJoin(users, eq(users.id, audits.auditorId))
    .where(condition)
    .orderBy(direction(audits.contactOn), direction(audits.contactAt), direction(audits.id))
    .limit(limit);
  return found.map((audit) => (audit.isHidden ? { ...audit, score: null, scoreWithoutFail: null, hasCriticalFailure: false } : audit));
}

/** Rows that come after a place in the order of the query, compared as rows. */
function beyond({ contactOn, contactAt, id, side }: AuditCursor): SQL {
  const place = sql`(${contactOn}::date, ${sql.param(contactAt, audits.contactAt)}, ${id}::uuid)`;
  const row = sql`(${audits.contactOn}, ${audits.contactAt}, ${audits.id})`;
  return side === "before" ? sql`${row} > ${place}` : sql`${row} < ${place}`;
}
