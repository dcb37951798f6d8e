import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { operators } from "@/db/schema";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { operatorNotFound, visibleWithMerged } from "./operator-access";

/**
 * Keeps an operator from being merged away until the transaction ends, so that calls can be given to it by hand. To be taken before the tasks
 * are touched, which a merge touches after it. Throws not-found, also where the actor may not see the operator, and `conflict` for one who was
 * merged away already.
 */
export async function holdAssignableOperator(tx: Transaction, actor: Actor, id: string): Promise<{ id: string; name: string }> {
  const [operator] = await tx
    .select({ id: operators.id, name: operators.name, mergedIntoId: operators.mergedIntoId })
    .from(operators)
    .where(and(eq(operators.id, id), visibleWithMerged(actor)))
    .for("key share");
  if (!operator) throw operatorNotFound();
  if (operator.mergedIntoId !== null)
    throw new AppError("conflict", `${operator.name} was merged into another operator.`, { details: { reason: "merged_away" } });
  return { id: operator.id, name: operator.name };
}
