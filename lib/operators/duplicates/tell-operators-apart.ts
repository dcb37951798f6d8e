import { db } from "@/db/client";
import { operatorDistinctPairs } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { getOperatorToEdit } from "../get-operator-to-edit";

/** Says that two operators are two people: they are not suggested as one again. For those who may merge them. */
export async function tellOperatorsApart({ actor, ids }: { actor: Actor; ids: [string, string] }): Promise<void> {
  await db.transaction(async (tx) => {
    const [one, other] = [await getOperatorToEdit(tx, actor, ids[0]), await getOperatorToEdit(tx, actor, ids[1])];
    if (one.id === other.id) throw new AppError("conflict", "That is one operator.", { details: { reason: "same" } });
    const [lowerId, higherId] = one.id < other.id ? [one.id, other.id] : [other.id, one.id];
    const told = await tx
      .insert(operatorDistinctPairs)
      .values({ lowerId, higherId, createdBy: actor === "system" ? null : actor.userId })
      .onConflictDoNothing()
      .returning({ lowerId: operatorDistinctPairs.lowerId });
    if (told.length === 0) return;
    const details = { distinctFrom: { id: other.id, name: other.name } };
    await recordAuditEntry({ actor, action: "operator.updated", object: { kind: "operator", id: one.id, name: one.name }, details }, tx);
  });
}
