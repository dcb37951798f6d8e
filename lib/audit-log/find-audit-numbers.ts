import { and, asc, desc, eq, gte, inArray, isNull, lt, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { auditLog } from "@/db/schema";
import type { AuditFilters } from "./audit-filters";

type FindAuditNumbersInput = {
  filters: AuditFilters;
  /** Entries with a smaller number. */
  before?: number | null;
  /** Entries with a greater number, the nearest first. */
  after?: number | null;
  limit: number;
};

/**
 * Numbers of the entries that a filter lets through, the newest first (after `after`: the oldest). Entries are numbered in the order of their
 * times, so a range of dates is a range of numbers, and every filter reads the piece of one index that it shows.
 */
export async function findAuditNumbers({ filters, before = null, after = null, limit }: FindAuditNumbersInput): Promise<number[]> {
  const range = await numbersBetween(filters);
  if (range === null) return [];
  const isForwards = after !== null;
  const conditions = [
    filters.actorId === undefined
      ? undefined
      : filters.actorId === "system"
        ? isNull(auditLog.actorId)
        : eq(auditLog.actorId, filters.actorId),
    ...(filters.object ? [eq(auditLog.objectKind, filters.object.kind), eq(auditLog.objectId, filters.object.id)] : []),
    range.first === null ? undefined : gte(auditLog.seq, range.first),
    range.end === null ? undefined : lt(auditLog.seq, range.end),
    before === null ? undefined : lt(auditLog.seq, before),
    after === null ? undefined : sql`${auditLog.seq} > ${after}`,
  ];
  const order = isForwards ? asc : desc;
  const { actions, object } = filters;
  if (actions && !object) return newestOfEach(actions, and(...conditions), order(auditLog.seq), limit);
  const rows = await db
    .select({ seq: auditLog.seq })
    .from(auditLog)
    .where(and(...conditions, actions && (actions.length === 0 ? sql`false` : inArray(auditLog.action, [...actions]))))
    .orderBy(order(auditLog.seq))
    .limit(limit);
  return rows.map(({ seq }) => seq);
}

/** Of each action no more than is shown: all of them together would have to be sorted. */
async function newestOfEach(actions: readonly string[], condition: SQL | undefined, order: SQL, limit: number): Promise<number[]> {
  if (actions.length === 0) return [];
  const wanted = sql.join(
    actions.map((action) => sql`${action}`),
    sql`, `,
  );
  const rows = await db.execute<{ seq: string }>(sql`
    select seq from unnest(array[${wanted}]::text[]) as wanted(action) cross join lateral (
      select ${auditLog.seq} from ${auditLog}
      where ${and(sql`${auditLog.action} = wanted.action`, condition)} order by ${order} limit ${limit}
    ) as audit_log order by ${order} limit ${limit}`);
  return rows.map(({ seq }) => Number(seq));
}

/** The numbers that dates stand for, the end not included; null when no entry is that old or that new. */
async function numbersBetween({ from, before }: AuditFilters): Promise<{ first: number | null; end: number | null } | null> {
  const [first, end] = await Promise.all([from && firstSince(from), before && firstSince(before)]);
  if (from && first === null) return null;
  return { first: first ?? null, end: end ?? null };
}

async function firstSince(at: Date): Promise<number | null> {
  const [entry] = await db
    .select({ seq: auditLog.seq })
    .from(auditLog)
    .where(gte(auditLog.at, at))
    .orderBy(asc(auditLog.at), asc(auditLog.seq))
    .limit(1);
  return entry?.seq ?? null;
}
