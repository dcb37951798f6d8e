import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { operatorAliases, operatorMergeItems, operatorMerges, operators } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { getOperatorToEdit } from "../get-operator-to-edit";
import { isOperatorId } from "../is-operator-id";
import { notifyOperatorsChanged } from "../notify-operators-changed";
import { requireOperatorManager } from "../operator-access";
import { lockOperatorEdits, lockOperatorNames } from "../operator-locks";
import { giveBackUsers } from "./give-back-users";
import { isOfLaterMerge } from "./is-of-later-merge";
import { lockOperators } from "./lock-operators";
import { moveCallsSince } from "./move-calls-since";
import { MOVED_TABLES } from "./moved-tables";

export type UndoneMerge = { sourceId: string; targetId: string; callCount: number; taskCount: number };

/**
 * Gives back what a merge moved, as far as it is still where the merge put it, and the calls that came since under a name that goes back. What
 * people changed since stays as they left it. Throws `conflict` for one that is undone already, and with `details.reason` merged_on where the
 * target was itself merged since: that comes first.
 */
export async function undoOperatorMerge({ actor, mergeId }: { actor: Actor; mergeId: string }): Promise<UndoneMerge> {
  requireOperatorManager(actor);
  return db.transaction(async (tx) => {
    await lockOperatorEdits(tx);
    const merge = await getMerge(tx, actor, mergeId);
    const aliases = await aliasesToGiveBack(tx, merge);
    const matchKeys = [merge.sourceMatchKey, ...aliases];
    await lockOperatorNames(tx, matchKeys);
    await lockOperators(tx, [merge.sourceId, merge.targetId]);

    await tx.update(operators).set({ mergedIntoId: null }).where(eq(operators.id, merge.sourceId));
    const calls = await giveBack(tx, "call", merge);
    const tasks = await giveBack(tx, "task", merge);
    await giveBack(tx, "audit", merge);
    const since = await moveCallsSince(tx, { ...merge, matchKeys });
    await giveBackNames(tx, merge, aliases);
    await giveBackUsers(tx, merge);
    await tx.delete(operatorMergeItems).where(eq(operatorMergeItems.mergeId, mergeId));
    const undoneBy = actor === "system" ? null : actor.userId;
    await tx.update(operatorMerges).set({ undoneAt: new Date(), undoneBy }).where(eq(operatorMerges.id, mergeId));
    await notifyOperatorsChanged(tx);

    const counts = { calls: calls + since.callCount, tasks: tasks + since.taskCount };
    const details = { merge: mergeId, source: { id: merge.sourceId, name: merge.sourceName }, ...counts };
    const object = { kind: "operator", id: merge.targetId, name: merge.targetName };
    await recordAuditEntry({ actor, action: "operator.merge_undone", object, details }, tx);
    return { sourceId: merge.sourceId, targetId: merge.targetId, callCount: counts.calls, taskCount: counts.tasks };
  });
}

type Merge = {
  id: string;
  sourceId: string;
  sourceName: string;
  sourceMatchKey: string;
  targetId: string;
  targetName: string;
  createdAt: Date;
};

async function getMerge(tx: Transaction, actor: Actor, mergeId: string): Promise<Merge> {
  const [merge] = isOperatorId(mergeId)
    ? await tx
        .select({
          id: operatorMerges.id,
          sourceId: operatorMerges.sourceId,
          sourceName: operators.name,
          sourceMatchKey: operators.matchKey,
          targetId: operatorMerges.targetId,
          createdAt: operatorMerges.createdAt,
          undoneAt: operatorMerges.undoneAt,
        })
        .from(operatorMerges)
        .innerJoin(operators, eq(operators.id, operatorMerges.sourceId))
        .where(eq(operatorMerges.id, mergeId))
    : [];
  if (!merge) throw new AppError("not_found", "There is no such merge.");
  const target = await getOperatorToEdit(tx, actor, merge.targetId).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== "conflict") throw error;
    const message = `${error.message.replace(/\.$/, "")} since: undo that merge first.`;
    throw new AppError("conflict", message, { cause: error, details: { reason: "merged_on" } });
  });
  if (merge.undoneAt) throw new AppError("conflict", "The merge was undone already.", { details: { reason: "undone" } });
  return { ...merge, targetName: target.name };
}

async function giveBack(tx: Transaction, kind: keyof typeof MOVED_TABLES, merge: Merge): Promise<number> {
  const [moved] = await tx.execute<{ count: number }>(sql`
    with moved as (
      update ${MOVED_TABLES[kind]} as moving set operator_id = ${merge.sourceId} from operator_merge_items item
      where item.merge_id = ${merge.id} and item.kind = ${kind} and moving.id = item.object_id::uuid and moving.operator_id = ${merge.targetId}
        and not ${isOfLaterMerge({ ...merge, kind, objectId: sql`item.object_id` })} returning 1)
    select count(*)::int as count from moved`);
  return moved?.count ?? 0;
}

async function aliasesToGiveBack(tx: Transaction, merge: Merge): Promise<string[]> {
  const rows = await tx.execute<{ matchKey: string }>(sql`
    select alias.match_key as "matchKey" from operator_merge_items item join operator_aliases alias on alias.match_key = item.object_id
    where item.merge_id = ${merge.id} and item.kind = 'alias' and alias.operator_id = ${merge.targetId}
      and not ${isOfLaterMerge({ ...merge, kind: "alias", objectId: sql`item.object_id` })}`);
  return rows.map(({ matchKey }) => matchKey);
}

async function giveBackNames(tx: Transaction, merge: Merge, aliases: string[]): Promise<void> {
  for (const matchKey of aliases)
    await tx.update(operatorAliases).set({ operatorId: merge.sourceId }).where(eq(operatorAliases.matchKey, matchKey));
  // The source's own name leads to the source again.
  await tx
    .delete(operatorAliases)
    .where(and(eq(operatorAliases.matchKey, merge.sourceMatchKey), eq(operatorAliases.operatorId, merge.targetId)));
}
