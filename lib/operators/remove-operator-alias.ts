import { and, eq, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { operatorAliases, operators } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { getOperatorToEdit } from "./get-operator-to-edit";
import { lockOperatorEdits, lockOperatorNames } from "./operator-locks";

/**
 * Takes a name away by which calls find an operator; those that it found stay. Nothing happens when there is no such alias. Throws `conflict`
 * for the name of somebody who was merged into the operator: undoing the merge gives that name back.
 */
export async function removeOperatorAlias({ actor, id, matchKey }: { actor: Actor; id: string; matchKey: string }): Promise<void> {
  await db.transaction(async (tx) => {
    await lockOperatorEdits(tx);
    const operator = await getOperatorToEdit(tx, actor, id);
    await lockOperatorNames(tx, [matchKey]);
    const merged = await tx.$count(operators, and(eq(operators.matchKey, matchKey), isNotNull(operators.mergedIntoId)));
    if (merged > 0)
      throw new AppError("conflict", "The name belongs to a merged operator: undo the merge instead.", {
        details: { reason: "name_of_merged" },
      });
    const [removed] = await tx
      .delete(operatorAliases)
      .where(and(eq(operatorAliases.matchKey, matchKey), eq(operatorAliases.operatorId, id)))
      .returning({ name: operatorAliases.name });
    if (!removed) return;
    const entry = { actor, action: "operator.alias_removed" as const, object: { kind: "operator", id, name: operator.name } };
    await recordAuditEntry({ ...entry, details: { alias: removed.name } }, tx);
  });
}
