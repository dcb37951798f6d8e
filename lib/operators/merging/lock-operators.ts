import { asc, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { operators } from "@/db/schema";

/** Has everybody who gives a task to one of these operators wait for this transaction, and waits for those who just did. */
export async function lockOperators(tx: Transaction, ids: string[]): Promise<void> {
  await tx.select({ id: operators.id }).from(operators).where(inArray(operators.id, ids)).orderBy(asc(operators.id)).for("update");
}
