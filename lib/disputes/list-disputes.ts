import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import type { Answer, DisputeStatus } from "@/db/enums";
import { audits, campaigns, criteria, disputes, operators, users } from "@/db/schema";
import { readableAuditsOfList } from "@/lib/audits/audit-access";
import type { Viewer } from "@/lib/auth/viewer";
import { decodeCursor, encodeCursor, MAX_PAGE_SIZE, type Page } from "@/lib/pagination";

export type DisputeFilters = { statuses?: readonly DisputeStatus[]; campaignId?: number; operatorId?: string };

export type DisputeListItem = {
  id: string;
  status: DisputeStatus;
  auditId: string;
  taskId: string | null;
  campaign: { id: number; name: string; timeZone: string | null };
  operator: { id: string; name: string } | null;
  question: string;
  maxPoints: number | null;
  /** The agent's. */
  reason: string;
  disputedAnswer: Answer;
  disputedPoints: number | null;
  /** Who gave the answer, for those who decide; null: the machine, or not told. */
  disputedUserName: string | null;
  isOfMachine: boolean;
  openedAt: Date;
  dueAt: Date;
  isOverdue: boolean;
  decidedAt: Date | null;
  decision: string;
};

type ListDisputesInput = { viewer: Viewer; filters?: DisputeFilters; cursor?: string; limit?: number; now?: Date };

const disputedUsers = alias(users, "disputed_users");

/**
 * Disputes of the audits that the viewer may see: the open ones as they fall due, the most urgent first; any others by when they were opened, the
 * newest first. A page is one walk along an index at any depth.
 */
export async function listDisputes(input: ListDisputesInput): Promise<Page<DisputeListItem>> {
  const { viewer, filters = {}, cursor = "", now = new Date() } = input;
  const limit = Math.min(input.limit ?? 25, MAX_PAGE_SIZE);
  const { statuses = ["open"] } = filters;
  const isByUrgency = statuses.length === 1 && statuses[0] === "open";
  const at = isByUrgency ? disputes.dueAt : disputes.openedAt;
  const order = isByUrgency ? asc : desc;
  const rows = await db
    .select({
      ...{ id: disputes.id, status: disputes.status, auditId: disputes.auditId, taskId: audits.taskId },
      campaign: { id: campaigns.id, name: campaigns.name, timeZone: campaigns.timeZone },
      operator: { id: operators.id, name: operators.name },
      ...{ question: criteria.question, maxPoints: criteria.maxPoints, reason: disputes.reason },
      ...{ disputedAnswer: disputes.disputedAnswer, disputedPoints: disputes.disputedPoints },
      ...{ disputedUserId: disputes.disputedUserId, disputedUserName: disputedUsers.name },
      ...{ openedAt: disputes.openedAt, dueAt: disputes.dueAt, decidedAt: disputes.decidedAt, decision: disputes.decision },
    })
    .from(disputes)
    .innerJoin(audits, eq(audits.id, disputes.auditId))
    .innerJoin(campaigns, eq(campaigns.id, audits.campaignId))
    .innerJoin(criteria, eq(criteria.id, disputes.criterionId))
    .leftJoin(operators, eq(operators.id, audits.operatorId))
    .leftJoin(disputedUsers, eq(disputedUsers.id, disputes.disputedUserId))
    .where(and(await readableAuditsOfList(viewer), conditionOf(filters, statuses), afterCursor(cursor, at, isByUrgency)))
    .orderBy(order(at), order(disputes.id))
    .limit(limit + 1);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(({ disputedUserId, disputedUserName, ...row }) => ({
      ...row,
      disputedUserName: viewer.role === "agent" ? null : disputedUserName,
      isOfMachine: disputedUserId === null,
      isOverdue: row.status === "open" && row.dueAt < now,
    })),
    nextCursor: last ? encodeCursor({ at: isByUrgency ? last.dueAt : last.openedAt, id: last.id }) : null,
  };
}

function conditionOf({ campaignId, operatorId }: DisputeFilters, statuses: readonly DisputeStatus[]): SQL | undefined {
  return and(
    inArray(disputes.status, [...statuses]),
    campaignId === undefined ? undefined : eq(audits.campaignId, campaignId),
    operatorId === undefined ? undefined : eq(audits.operatorId, operatorId),
  );
}

function afterCursor(text: string, at: typeof disputes.dueAt | typeof disputes.openedAt, isByUrgency: boolean): SQL | undefined {
  const cursor = decodeCursor(text);
  if (!cursor) return undefined;
  const place = sql`(${sql.param(cursor.at, at)}, ${cursor.id}::uuid)`;
  return isByUrgency ? sql`(${at}, ${disputes.id}) > ${place}` : sql`(${at}, ${disputes.id}) < ${place}`;
}
