import { and, desc, eq, isNull, lt, ne, notExists, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db, type Transaction } from "@/db/client";
import { calls, operatorDistinctPairs, operators, tasks } from "@/db/schema";
import type { Actor } from "@/lib/auth/viewer";
import { isEditable, visibleOperators } from "../operator-access";
import { LIKENESS_REASONS, type LikenessReason, nameLikeness } from "./name-likeness";

export type AlikeOperator = { id: string; name: string };
/** Two operators that may be one person, and every reason why; never none. */
export type LikelyDuplicate = { one: AlikeOperator; other: AlikeOperator; reasons: LikenessReason[]; sharedExtension: string | null };

/** Share of trigrams from which a name is looked at: a name in another order has all of them, initials and a surname about half. */
const SIMILARITY = 0.42;
const MAX_CANDIDATES = 15;
/** An operator's extensions are those of so many calls, the newest. */
const EXTENSION_CALLS = 5;

const others = alias(operators, "others");

type FindAlikeInput = {
  actor: Actor;
  /** Whose likes are looked for: a condition on `operators`, of which the first come. */
  among: SQL | undefined;
  limit: number;
  /** Only those that were made before, so that a pair is found once. */
  isOlderOnly: boolean;
};

/** Operators and the likes of each, asked of the index of names, of those that the actor may merge; never of all with all. */
export async function findAlike(tx: Transaction, { actor, among, limit, isOlderOnly }: FindAlikeInput) {
  await tx.execute(sql`select set_config('pg_trgm.similarity_threshold', ${String(SIMILARITY)}, true)`);
  const chunk = tx
    .select({ id: operators.id, name: operators.name, matchKey: operators.matchKey })
    .from(operators)
    .where(and(isNull(operators.mergedIntoId), visibleOperators(actor), isEditable(actor), among))
    .orderBy(desc(operators.id))
    .limit(limit)
    .as("chunk");
  const isTold = db
    .select({ one: sql`1` })
    .from(operatorDistinctPairs)
    .where(
      sql`${operatorDistinctPairs.lowerId} = least(${others.id}, ${chunk.id}) and ${operatorDistinctPairs.higherId} = greatest(${others.id}, ${chunk.id})`,
    );
  const candidates = tx
    .select({
      id: sql<string>`${others.id}`.as("other_id"),
      name: sql<string>`${others.name}`.as("other_name"),
      key: sql<string>`${others.matchKey}`.as("other_key"),
    })
    .from(others)
    .where(
      and(
        sql`${others.matchKey} % ${chunk.matchKey}`,
        isOlderOnly ? lt(others.id, chunk.id) : ne(others.id, chunk.id),
        isNull(others.mergedIntoId),
        notExists(isTold),
      ),
    )
    .orderBy(sql`similarity(${others.matchKey}, ${chunk.matchKey}) desc`)
    .limit(MAX_CANDIDATES)
    .as("candidates");
  const rows = await tx
    .select({
      id: chunk.id,
      name: chunk.name,
      key: chunk.matchKey,
      otherId: candidates.id,
      otherName: candidates.name,
      otherKey: candidates.key,
    })
    .from(chunk)
    .leftJoinLateral(candidates, sql`true`)
    .orderBy(desc(chunk.id));
  return { rows, pairs: await explain(tx, actor, rows) };
}

type Row = { id: string; name: string; key: string; otherId: string | null; otherName: string | null; otherKey: string | null };

async function explain(tx: Transaction, actor: Actor, rows: Row[]): Promise<LikelyDuplicate[]> {
  const alike = rows.flatMap(({ id, name, key, otherId, otherName, otherKey }) => {
    const likeness = otherKey === null ? null : nameLikeness(key, otherKey);
    return likeness && otherId && otherName ? [{ one: { id, name }, other: { id: otherId, name: otherName }, likeness }] : [];
  });
  const ids = [...new Set(alike.flatMap(({ one, other }) => [one.id, other.id]))];
  const [extensions, mergeable] = await Promise.all([extensionsOf(tx, ids), mergeableOf(tx, actor, ids)]);
  return alike.flatMap(({ one, other, likeness }) => {
    const sharedExtension = [...(extensions.get(one.id) ?? [])].find((extension) => extensions.get(other.id)?.has(extension)) ?? null;
    const found = [likeness, sharedExtension === null ? null : "same_extension"];
    const reasons = LIKENESS_REASONS.filter((reason) => found.includes(reason));
    return reasons.length > 0 && mergeable.has(other.id) ? [{ one, other, reasons, sharedExtension }] : [];
  });
}

async function extensionsOf(tx: Transaction, ids: string[]): Promise<Map<string, Set<string>>> {
  if (ids.length === 0) return new Map();
  const newest = tx
    .select({ callId: tasks.callId })
    .from(tasks)
    .where(sql`${tasks.operatorId} = wanted.id`)
    .orderBy(desc(tasks.createdAt), desc(tasks.id))
    .limit(EXTENSION_CALLS)
    .as("newest");
  const rows = await tx
    .selectDistinct({ id: sql<string>`wanted.id`, extension: calls.extension })
    .from(sql`unnest(${sql.param(ids)}::uuid[]) as wanted(id)`)
    .crossJoinLateral(newest)
    .innerJoin(calls, eq(calls.id, newest.callId))
    .where(ne(calls.extension, ""));
  const extensions = new Map<string, Set<string>>();
  for (const { id, extension } of rows) extensions.set(id, (extensions.get(id) ?? new Set()).add(extension));
  return extensions;
}

async function mergeableOf(tx: Transaction, actor: Actor, ids: string[]): Promise<Set<string>> {
  const rows = await tx
    .select({ id: operators.id })
    .from(operators)
    .where(and(sql`${operators.id} = any(${sql.param(ids)}::uuid[])`, isEditable(actor), visibleOperators(actor)));
  return new Set(rows.map(({ id }) => id));
}
