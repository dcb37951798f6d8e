import { sql } from "drizzle-orm";
import type { TransactionSql } from "postgres";
import { ADVISORY_LOCKS } from "@/db/advisory-locks";
import type { Transaction } from "@/db/client";
import { operatorMatchKey } from "./operator-match-key";
import { tidyOperatorName } from "./tidy-operator-name";

/**
 * Has this transaction be the only one that edits operators, until it ends. To be taken before anything else: edits are rare acts of people,
 * and one after the other they can never stand in each other's way.
 */
export async function lockOperatorEdits(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${ADVISORY_LOCKS.operatorEdit})`);
}

/** Has calls under these names wait for this transaction, which changes whom the names mean. Within lockOperatorEdits only. */
export async function lockOperatorNames(tx: Transaction, matchKeys: string[]): Promise<void> {
  await tx.execute(sql`
    select pg_advisory_xact_lock(${ADVISORY_LOCKS.operatorName}, hashtext(match_key)) from unnest(${sql.param(matchKeys)}::text[]) as match_key`);
}

/** Keeps whom a name means as it is until the transaction ends. Calls hold it side by side; an edit of the name waits, and is waited for. */
export async function holdOperatorName(tx: Transaction, matchKey: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${ADVISORY_LOCKS.operatorName}, hashtext(${matchKey}))`);
}

/**
 * The operator that a name means, kept so until the transaction ends: whatever the transaction gives to the operator is there before a merge
 * looks, or comes after it and goes to whom the name means then. Makes nobody: see recordOperator. Null when the name means nobody.
 */
export async function holdOperator({ transaction, name }: { transaction: TransactionSql; name: string }): Promise<string | null> {
  const matchKey = operatorMatchKey(tidyOperatorName(name));
  if (matchKey === "") return null;
  await transaction`select pg_advisory_xact_lock_shared(${ADVISORY_LOCKS.operatorName}, hashtext(${matchKey}))`;
  // A statement of its own, so that it sees what the first one waited for.
  const [found] = await transaction<{ operatorId: string | null }[]>`
    select coalesce((select operator_id from operator_aliases where match_key = ${matchKey}),
      (select id from operators where match_key = ${matchKey})) as "operatorId"`;
  return found?.operatorId ?? null;
}
