import { asc, eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import type { OperatorOrigin } from "@/db/enums";
import { calls, operatorAliases, operators, tasks, users } from "@/db/schema";
import type { Actor } from "@/lib/auth/viewer";
import { getOperatorToEdit } from "../get-operator-to-edit";

/** One side of a merge: everything that would move, or that it would move to. */
export type MergeSide = {
  id: string;
  name: string;
  origin: OperatorOrigin;
  callCount: number;
  taskCount: number;
  aliases: string[];
  user: { name: string; email: string } | null;
};

export type MergePreview = {
  source: MergeSide;
  target: MergeSide;
  /** An operator has one account: somebody has to say which stays. */
  areBothLinked: boolean;
};

type PreviewMergeInput = { actor: Actor; sourceId: string; targetId: string };

/** What merging two operators would move, for those who may do it; throws what mergeOperators would throw. Changes nothing. */
export async function previewMerge({ actor, sourceId, targetId }: PreviewMergeInput): Promise<MergePreview> {
  return db.transaction(async (tx) => {
    const [source, target] = [await sideOf(tx, actor, sourceId), await sideOf(tx, actor, targetId)];
    return { source, target, areBothLinked: source.user !== null && target.user !== null };
  });
}

async function sideOf(tx: Transaction, actor: Actor, operatorId: string): Promise<MergeSide> {
  const { id, name } = await getOperatorToEdit(tx, actor, operatorId);
  const [facts] = await tx
    .select({ origin: operators.origin, user: { name: users.name, email: users.email } })
    .from(operators)
    .leftJoin(users, eq(users.operatorId, operators.id))
    .where(eq(operators.id, id));
  const aliases = await tx
    .select({ name: operatorAliases.name })
    .from(operatorAliases)
    .where(eq(operatorAliases.operatorId, id))
    .orderBy(asc(operatorAliases.matchKey));
  return {
    ...{ id, name, origin: facts?.origin ?? "automatic", user: facts?.user ?? null },
    callCount: await tx.$count(calls, eq(calls.operatorId, id)),
    taskCount: await tx.$count(tasks, eq(tasks.operatorId, id)),
    aliases: aliases.map((alias) => alias.name),
  };
}
