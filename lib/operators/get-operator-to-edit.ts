import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import { operators } from "@/db/schema";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { isOperatorId } from "./is-operator-id";
import { isEditable, operatorNotFound, requireOperatorManager, visibleWithMerged } from "./operator-access";

export type EditableOperator = { id: string; name: string; matchKey: string };

const merged = alias(operators, "merged");

/**
 * An operator that the actor may change. Throws not-found where they may not see it, `forbidden` where others see it too, and `conflict` with
 * `details.reason` merged_away where it is no longer one of its own.
 */
export async function getOperatorToEdit(tx: Transaction, actor: Actor, id: string): Promise<EditableOperator> {
  requireOperatorManager(actor);
  if (!isOperatorId(id)) throw operatorNotFound();
  const [operator] = await tx
    .select({ id: operators.id, name: operators.name, matchKey: operators.matchKey, canEdit: isEditable(actor), mergedInto: merged.name })
    .from(operators)
    .leftJoin(merged, eq(merged.id, operators.mergedIntoId))
    .where(and(eq(operators.id, id), visibleWithMerged(actor)));
  if (!operator) throw operatorNotFound();
  const { canEdit, mergedInto, ...found } = operator;
  if (!canEdit) throw new AppError("forbidden", `${found.name} has calls in campaigns of others too: an admin can change it.`);
  if (mergedInto !== null)
    throw new AppError("conflict", `${found.name} was merged into ${mergedInto}.`, { details: { reason: "merged_away" } });
  return found;
}
