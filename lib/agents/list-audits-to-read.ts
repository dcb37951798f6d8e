import { and, asc, count, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { audits, campaigns } from "@/db/schema";

export type AuditToRead = {
  auditId: string;
  taskId: string | null;
  contactAt: Date;
  score: number | null;
  passingScore: number;
  campaignName: string;
  timeZone: string | null;
  /** Until when an answer may be disputed; may be over. */
  disputeUntil: Date;
  isDisputable: boolean;
};

const SHOWN = 6;

/** The audits of a condition that nobody has acknowledged, and how many there are: what can be disputed for the shortest time first, then the newest. */
export async function listAuditsToRead({ condition, now }: { condition: SQL | undefined; now: Date }): Promise<{
  items: AuditToRead[];
  count: number;
}> {
  const waiting = and(condition, isNull(audits.acknowledgedAt));
  const disputeUntil = sql<Date>`${audits.completedAt} + ${campaigns.disputeDays} * interval '24 hours'`.mapWith(audits.completedAt);
  const isDisputable = sql<boolean>`${disputeUntil} >= ${sql.param(now, audits.completedAt)}`;
  const [items, [total]] = await Promise.all([
    db
      .select({
        ...{ auditId: audits.id, taskId: audits.taskId, contactAt: audits.contactAt, score: audits.score },
        ...{ passingScore: audits.passingScore, campaignName: campaigns.name, timeZone: campaigns.timeZone, disputeUntil, isDisputable },
      })
      .from(audits)
      .innerJoin(campaigns, eq(campaigns.id, audits.campaignId))
      .where(waiting)
      .orderBy(desc(isDisputable), sql`case when ${isDisputable} then ${disputeUntil} end`, desc(audits.completedAt), asc(audits.id))
      .limit(SHOWN),
    db.select({ count: count() }).from(audits).where(waiting),
  ]);
  return { items, count: total?.count ?? 0 };
}
