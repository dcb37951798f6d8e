import { eq } from "drizzle-orm";
import { type Database, db, type Transaction } from "@/db/client";
import { operatorAliases, operators } from "@/db/schema";
import { operatorMatchKey } from "./operator-match-key";

/** The operator that a name means, by alias first; null when nobody has it. Makes nothing. */
export async function findOperator(
  { name }: { name: string },
  tx: Database | Transaction = db,
): Promise<{ operatorId: string; name: string } | null> {
  const matchKey = operatorMatchKey(name);
  const columns = { operatorId: operators.id, name: operators.name };
  const [byAlias] = await tx
    .select(columns)
    .from(operatorAliases)
    .innerJoin(operators, eq(operators.id, operatorAliases.operatorId))
    .where(eq(operatorAliases.matchKey, matchKey));
  if (byAlias) return byAlias;
  const [byName] = await tx.select(columns).from(operators).where(eq(operators.matchKey, matchKey));
  return byName ?? null;
}
