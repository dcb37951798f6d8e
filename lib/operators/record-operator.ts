import { type Database, db, type Transaction } from "@/db/client";
import { operators } from "@/db/schema";
import { findOperator } from "./find-operator";
import { isExtension } from "./is-extension";
import { holdOperatorName } from "./operator-locks";
import { operatorMatchKey } from "./operator-match-key";
import { tidyOperatorName } from "./tidy-operator-name";

/**
 * Finds the operator that a name means, by alias first, or makes one. The same name at once on any number of processes gives one operator.
 * Null when the text names nobody: empty, or an extension. A transaction that is given must be read committed.
 */
export async function recordOperator({ name }: { name: string }, tx: Database | Transaction = db): Promise<{ operatorId: string } | null> {
  const tidied = tidyOperatorName(name);
  const matchKey = operatorMatchKey(tidied);
  if (matchKey === "" || isExtension(tidied)) return null;
  const known = await findOperator({ name: tidied }, tx);
  if (known) return { operatorId: known.operatorId };
  return tx.transaction(async (inner) => {
    // Nobody makes it another's alias meanwhile.
    await holdOperatorName(inner, matchKey);
    const given = await findOperator({ name: tidied }, inner);
    if (given) return { operatorId: given.operatorId };
    const [inserted] = await inner
      .insert(operators)
      .values({ name: tidied, matchKey, origin: "automatic" })
      .onConflictDoNothing({ target: operators.matchKey })
      .returning({ operatorId: operators.id });
    if (inserted) return inserted;
    // Nothing inserted: somebody else has committed the name since we looked.
    const committed = await findOperator({ name: tidied }, inner);
    return committed && { operatorId: committed.operatorId };
  });
}
