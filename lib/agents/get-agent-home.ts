import { type CalendarDate, parseAbsolute, toCalendarDate } from "@internationalized/date";
import { and, count, desc, eq, gte, lte, ne, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { auditAnswers, audits, criteria } from "@/db/schema";
import { readableAuditsOfList } from "@/lib/audits/audit-access";
import type { Viewer } from "@/lib/auth/viewer";
import { type DisputeListItem, listDisputes } from "@/lib/disputes/list-disputes";
import { env } from "@/lib/env";
import { agentAudits } from "./agent-audits";
import { type AuditToRead, listAuditsToRead } from "./list-audits-to-read";
import { type QuestionShare, type RankedQuestions, rankQuestions } from "./rank-questions";

/** How long the times are that a trend has one point for. */
export const TREND_GRAINS = ["week", "month"] as const;
export type TrendGrain = (typeof TREND_GRAINS)[number];
const TREND_LENGTH = 12;
/** What questions, and how many pass, are told from. */
export const RECENT_DAYS = 90;
const SHOWN_PRAISE = 3;
const SHOWN_DISPUTES = 10;
const SHOWN_DECIDED = 5;
const DECIDED_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Of how many audits, and their average score; null of none. From a day of the contact to another, both included, or until now with null. */
export type AuditSum = { count: number; average: number | null; passed: number; from: string; to: string | null };
/** From a Monday to a Sunday, or of one month, both days included. Times without audits have none. */
export type TrendPoint = { startsOn: string; endsOn: string; count: number; average: number };
export type Praise = { auditId: string; taskId: string | null; contactAt: Date; praise: string };

/** What an agent is shown of the quality of their own calls. Months and weeks are by when the contact was. */
export type AgentHome = {
  /** Audits since ever. */
  total: number;
  thisMonth: AuditSum;
  previousMonth: AuditSum;
  /** Of the last RECENT_DAYS days. */
  recent: AuditSum;
  trend: TrendPoint[];
  questions: RankedQuestions;
  praise: Praise[];
  /** What is not acknowledged yet: what can still be disputed first. */
  toRead: { items: AuditToRead[]; count: number };
  openDisputes: DisputeListItem[];
  /** Of the last month. */
  decidedDisputes: DisputeListItem[];
};

type GetAgentHomeInput = { viewer: Viewer; operatorId: string; grain?: TrendGrain; now?: Date };

/**
 * Scores, trend, questions, praise and what waits, of one operator: for the agent themselves, and for those who look after operators as far as
 * they see the audits; what tells of a single call leaves out those that they have still to calibrate. Throws not-found for anybody else.
 */
export async function getAgentHome({ viewer, operatorId, grain = "week", now = new Date() }: GetAgentHomeInput): Promise<AgentHome> {
  const own = agentAudits({ viewer, operatorId });
  const readable = and(own, await readableAuditsOfList(viewer));
  const today = toCalendarDate(parseAbsolute(now.toISOString(), env.TIME_ZONE));
  const month = today.set({ day: 1 });
  const recentFrom = today.subtract({ days: RECENT_DAYS });
  const filters = { operatorId };
  const [total, thisMonth, previousMonth, recent, trend, questions, praise, toRead, open, decided] = await Promise.all([
    db.$count(audits, own),
    sumUp(own, month),
    sumUp(own, month.subtract({ months: 1 }), month.subtract({ days: 1 })),
    sumUp(own, recentFrom),
    findTrend(own, grain, today),
    listQuestions(and(own, from(recentFrom))),
    listPraise(readable),
    listAuditsToRead({ condition: readable, now }),
    listDisputes({ viewer, filters: { ...filters, statuses: ["open"] }, limit: SHOWN_DISPUTES, now }),
    listDisputes({ viewer, filters: { ...filters, statuses: ["accepted", "rejected"] }, limit: SHOWN_DECIDED, now }),
  ]);
  const lately = new Date(now.getTime() - DECIDED_DAYS * DAY_MS);
  const decidedDisputes = decided.items.filter(({ decidedAt }) => decidedAt !== null && decidedAt > lately);
  return {
    total,
    thisMonth,
    previousMonth,
    recent,
    trend,
    questions: rankQuestions(questions),
    praise,
    toRead,
    openDisputes: open.items,
    decidedDisputes,
  };
}

function from(day: CalendarDate): SQL {
  return gte(audits.contactOn, day.toString());
}

async function sumUp(own: SQL | undefined, first: CalendarDate, last: CalendarDate | null = null): Promise<AuditSum> {
  const [sum] = await db
    .select({
      count: count(),
      average: sql<number | null>`round(avg(${audits.score}), 2)::float8`,
      passed: sql<number>`count(*) filter (where ${audits.score} >= ${audits.passingScore})::int`,
    })
    .from(audits)
    .where(and(own, from(first), last ? lte(audits.contactOn, last.toString()) : undefined));
  return { count: 0, average: null, passed: 0, ...sum, from: first.toString(), to: last?.toString() ?? null };
}

async function findTrend(own: SQL | undefined, grain: TrendGrain, today: CalendarDate): Promise<TrendPoint[]> {
  const start = sql`date_trunc(${grain}, ${today.toString()}::date) - ${`${TREND_LENGTH - 1} ${grain}s`}::interval`;
  return (
    db
      .select({
        startsOn: sql<string>`date_trunc(${grain}, ${audits.contactOn})::date::text`,
        endsOn: sql<string>`(date_trunc(${grain}, ${audits.contactOn}) + ${`1 ${grain}`}::interval - interval '1 day')::date::text`,
        count: count(),
        average: sql<number>`round(avg(${audits.score}), 2)::float8`,
      })
      .from(audits)
      .where(and(own, sql`${audits.contactOn} >= (${start})::date`))
      // By its place among the columns: a parameter that is given twice makes two expressions.
      .groupBy(sql`1, 2`)
      .orderBy(sql`1`)
  );
}

async function listQuestions(condition: SQL | undefined): Promise<QuestionShare[]> {
  const value = sql`case when ${criteria.maxPoints} is null then (${auditAnswers.answer} = 'complies')::int::float8
    else coalesce(${auditAnswers.points}, 0)::float8 / ${criteria.maxPoints} end`;
  return db
    .select({
      key: criteria.key,
      // As it was asked the last time.
      question: sql<string>`(array_agg(${criteria.question} order by ${audits.contactOn} desc))[1]`,
      share: sql<number>`avg(${value})`,
      count: count(),
    })
    .from(audits)
    .innerJoin(auditAnswers, eq(auditAnswers.auditId, audits.id))
    .innerJoin(criteria, eq(criteria.id, auditAnswers.criterionId))
    .where(and(condition, ne(auditAnswers.answer, "not_applicable")))
    .groupBy(criteria.key);
}

async function listPraise(own: SQL | undefined): Promise<Praise[]> {
  return db
    .select({ auditId: audits.id, taskId: audits.taskId, contactAt: audits.contactAt, praise: audits.praise })
    .from(audits)
    .where(and(own, ne(audits.praise, "")))
    .orderBy(desc(audits.contactOn), desc(audits.id))
    .limit(SHOWN_PRAISE);
}
