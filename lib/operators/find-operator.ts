import { eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { type Database, db, type Transaction } from "@/db/client";
import { operatorAliases, operators } from "@/db/schema";
import { operatorMatchKey } from "./operator-match-key";

export type FoundOperator = { operatorId: string; name: string };

const namesakes = alias(operators, "namesakes");

/** The operator that a name means, by alias first, then by name; null when there is none. One round trip, three index look-ups. */
export async function findOperator({ name }: { name: string }, tx: Database | Transaction = db): Promise<FoundOperator | null> {
  const matchKey = operatorMatchKey(name);
  if (matchKey === "") return null;
  const byAlias = tx.select({ id: operatorAliases.operatorId }).from(operatorAliases).where(eq(operatorAliases.matchKey, matchKey));
  const byName = tx.select({ id: namesakes.id }).from(namesakes).where(eq(namesakes.matchKey, matchKey));
  const [operator] = await tx
    .select({ operatorId: operators.id, name: operators.name })
    .from(operators)
    .where(eq(operators.id, sql`coalesce((${byAlias}), (${byName}))`));
  return operator ?? null;
}
