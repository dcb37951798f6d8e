import { and, asc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import type { OperatorOrigin } from "@/db/enums";
import { operatorAliases, operators, users } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { isOperatorId } from "./is-operator-id";
import { isEditable, operatorNotFound, requireOperatorManager, visibleWithMerged } from "./operator-access";

export type OperatorAlias = {
  matchKey: string;
  name: string;
  /** The name of somebody who was merged into the operator: it goes back by undoing that merge only. */
  isOfMerged: boolean;
};

/** One operator as its own page shows it. `canEdit`: whether the viewer may rename, merge and link it. */
export type OperatorDetails = {
  id: string;
  name: string;
  origin: OperatorOrigin;
  createdAt: Date;
  mergedInto: { id: string; name: string } | null;
  user: { id: string; name: string; email: string } | null;
  canEdit: boolean;
  aliases: OperatorAlias[];
};

const targets = alias(operators, "targets");

/** One operator with its names and account. Not found for one that is missing and for one that the viewer may not see. */
export async function getOperator({ viewer, id }: { viewer: Viewer; id: string }): Promise<OperatorDetails> {
  requireOperatorManager(viewer);
  if (!isOperatorId(id)) throw operatorNotFound();
  const [operator] = await db
    .select({
      id: operators.id,
      name: operators.name,
      origin: operators.origin,
      createdAt: operators.createdAt,
      mergedInto: { id: targets.id, name: targets.name },
      user: { id: users.id, name: users.name, email: users.email },
      canEdit: isEditable(viewer),
    })
    .from(operators)
    .leftJoin(targets, eq(targets.id, operators.mergedIntoId))
    .leftJoin(users, eq(users.operatorId, operators.id))
    .where(and(eq(operators.id, id), visibleWithMerged(viewer)));
  if (!operator) throw operatorNotFound();
  const names = await db
    .select({
      matchKey: operatorAliases.matchKey,
      name: operatorAliases.name,
      isOfMerged: sql<boolean>`${operators.mergedIntoId} is not null`,
    })
    .from(operatorAliases)
    .leftJoin(operators, eq(operators.matchKey, operatorAliases.matchKey))
    .where(eq(operatorAliases.operatorId, id))
    .orderBy(asc(operatorAliases.matchKey))
    .limit(500);
  return { ...operator, aliases: names };
}
