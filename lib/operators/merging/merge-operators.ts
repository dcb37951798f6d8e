import { eq, inArray, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { operatorAliases, operatorMergeItems, operatorMerges, operators, users } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { type EditableOperator, getOperatorToEdit } from "../get-operator-to-edit";
import { notifyOperatorsChanged } from "../notify-operators-changed";
import { lockOperatorEdits, lockOperatorNames } from "../operator-locks";
import { lockOperators } from "./lock-operators";
import { MOVED_TABLES } from "./moved-tables";

type MergeOperatorsInput = {
  actor: Actor;
  /** Who goes away. */
  sourceId: string;
  /** Who has everything afterwards. */
  targetId: string;
  /** Whose account stays linked where both have one. */
  keepUserOf?: "source" | "target";
};

export type MergedOperators = { mergeId: string; callCount: number; taskCount: number };

/**
 * Gives all calls, tasks, names and the account of one operator to another, in one commit, and remembers each of them. A call that comes in
 * meanwhile under a name of the source ends with the target. Throws `conflict` where one of both is merged already, where both are the same,
 * and with `details.reason` both_linked where both have an account and none is chosen.
 */
export async function mergeOperators({ actor, sourceId, targetId, keepUserOf }: MergeOperatorsInput): Promise<MergedOperators> {
  return db.transaction(async (tx) => {
    await lockOperatorEdits(tx);
    const source = await getOperatorToEdit(tx, actor, sourceId);
    const target = await getOperatorToEdit(tx, actor, targetId);
    if (source.id === target.id)
      throw new AppError("conflict", "An operator cannot be merged into itself.", { details: { reason: "same" } });
    const aliases = await tx
      .select({ matchKey: operatorAliases.matchKey })
      .from(operatorAliases)
      .where(eq(operatorAliases.operatorId, source.id));
    await lockOperatorNames(tx, [source.matchKey, ...aliases.map(({ matchKey }) => matchKey)]);
    await lockOperators(tx, [source.id, target.id]);

    const mergeId = await insertMerge(tx, actor, source, target);
    await tx.update(operators).set({ mergedIntoId: target.id }).where(eq(operators.id, source.id));
    const callCount = await moveRows(tx, "call", { mergeId, source, target });
    const taskCount = await moveRows(tx, "task", { mergeId, source, target });
    await moveRows(tx, "audit", { mergeId, source, target });
    await moveNames(tx, { mergeId, source, target });
    await moveUser(tx, { mergeId, source, target }, keepUserOf);
    await notifyOperatorsChanged(tx);
    const details = { merge: mergeId, source: { id: source.id, name: source.name }, calls: callCount, tasks: taskCount };
    await recordAuditEntry(
      { actor, action: "operator.merged", object: { kind: "operator", id: target.id, name: target.name }, details },
      tx,
    );
    return { mergeId, callCount, taskCount };
  });
}

type Move = { mergeId: string; source: EditableOperator; target: EditableOperator };

async function insertMerge(tx: Transaction, actor: Actor, source: EditableOperator, target: EditableOperator): Promise<string> {
  const [merge] = await tx
    .insert(operatorMerges)
    .values({
      ...{ sourceId: source.id, sourceName: source.name, targetId: target.id },
      mergedBy: actor === "system" ? null : actor.userId,
      // After what was waited for: tasks that are written from here on are later.
      createdAt: sql`clock_timestamp()`,
    })
    .returning({ id: operatorMerges.id });
  if (!merge) throw new AppError("unavailable", "The merge was not stored.");
  return merge.id;
}

async function moveRows(tx: Transaction, kind: keyof typeof MOVED_TABLES, { mergeId, source, target }: Move): Promise<number> {
  const [moved] = await tx.execute<{ count: number }>(sql`
    with moved as (update ${MOVED_TABLES[kind]} set operator_id = ${target.id} where operator_id = ${source.id} returning id),
    items as (insert into operator_merge_items (merge_id, kind, object_id) select ${mergeId}, ${kind}, id::text from moved)
    select count(*)::int as count from moved`);
  return moved?.count ?? 0;
}

async function moveNames(tx: Transaction, { mergeId, source, target }: Move): Promise<void> {
  const moved = await tx
    .update(operatorAliases)
    .set({ operatorId: target.id })
    .where(eq(operatorAliases.operatorId, source.id))
    .returning({ objectId: operatorAliases.matchKey });
  const named = await tx
    .insert(operatorAliases)
    .values({ matchKey: source.matchKey, name: source.name, operatorId: target.id })
    .onConflictDoNothing()
    .returning({ objectId: operatorAliases.matchKey });
  const items = [
    ...moved.map(({ objectId }) => ({ mergeId, kind: "alias" as const, objectId })),
    ...named.map(({ objectId }) => ({ mergeId, kind: "name" as const, objectId })),
  ];
  if (items.length > 0) await tx.insert(operatorMergeItems).values(items);
}

async function moveUser(tx: Transaction, { mergeId, source, target }: Move, keepUserOf?: "source" | "target"): Promise<void> {
  const linked = await tx
    .select({ id: users.id, operatorId: users.operatorId })
    .from(users)
    .where(inArray(users.operatorId, [source.id, target.id]))
    .for("update");
  const ofSource = linked.find(({ operatorId }) => operatorId === source.id);
  const ofTarget = linked.find(({ operatorId }) => operatorId === target.id);
  if (!ofSource) return;
  if (ofTarget && !keepUserOf)
    throw new AppError("conflict", "Both are linked to an account: choose the one that stays.", { details: { reason: "both_linked" } });
  const dropped = ofTarget && (keepUserOf === "source" ? ofTarget : ofSource);
  if (dropped) {
    await tx.update(users).set({ operatorId: null }).where(eq(users.id, dropped.id));
    const kind = dropped === ofSource ? "source_user_unlinked" : "target_user_unlinked";
    await tx.insert(operatorMergeItems).values({ mergeId, kind, objectId: dropped.id });
  }
  if (dropped === ofSource) return;
  await tx.update(users).set({ operatorId: target.id }).where(eq(users.id, ofSource.id));
  await tx.insert(operatorMergeItems).values({ mergeId, kind: "user", objectId: ofSource.id });
}
