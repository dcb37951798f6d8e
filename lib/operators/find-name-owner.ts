import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { operatorAliases, operators } from "@/db/schema";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { isEditable, visibleOperators } from "./operator-access";

type NameOwner = {
  id: string;
  name: string;
  /** The text that is theirs: their name, or the other name that it is. */
  ownedName: string;
  kind: "name" | "alias" | "merged";
};

/** Whose a name is by its match key, be it as name or as alias; null when it is free. `merged` is the name of somebody who was merged away. */
export async function findNameOwner(tx: Transaction, matchKey: string): Promise<NameOwner | null> {
  const [alias] = await tx
    .select({ id: operators.id, name: operators.name, ownedName: operatorAliases.name })
    .from(operatorAliases)
    .innerJoin(operators, eq(operators.id, operatorAliases.operatorId))
    .where(eq(operatorAliases.matchKey, matchKey));
  const [namesake] = await tx
    .select({ id: operators.id, name: operators.name, mergedIntoId: operators.mergedIntoId })
    .from(operators)
    .where(eq(operators.matchKey, matchKey));
  if (alias) return { ...alias, kind: namesake?.mergedIntoId ? "merged" : "alias" };
  return namesake ? { id: namesake.id, name: namesake.name, ownedName: namesake.name, kind: "name" } : null;
}

/**
 * Why a name cannot be had: `conflict`, with `details.reason`, and in `details.other` whose it is, where the actor may see them, and whether
 * both could be merged.
 */
export async function nameTaken(tx: Transaction, actor: Actor, owner: NameOwner): Promise<AppError> {
  const [other] = await tx
    .select({ id: operators.id, name: operators.name, canMerge: isEditable(actor) })
    .from(operators)
    .where(and(eq(operators.id, owner.id), visibleOperators(actor)));
  const how = { name: "is an operator already", alias: `is another name of ${other?.name}`, merged: `was merged into ${other?.name}` };
  const message = other ? `"${owner.ownedName}" ${how[owner.kind]}.` : `The name "${owner.ownedName}" is another operator's.`;
  return new AppError("conflict", message, { details: { reason: `taken_as_${owner.kind}`, other: other ?? null } });
}
