import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { operatorAliases, operators } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { findNameOwner, nameTaken } from "./find-name-owner";
import { getOperatorToEdit } from "./get-operator-to-edit";
import { notifyOperatorsChanged } from "./notify-operators-changed";
import { lockOperatorEdits, lockOperatorNames } from "./operator-locks";
import { operatorMatchKey } from "./operator-match-key";

/**
 * Gives an operator another name. The old one becomes an alias, so that calls under it still find the operator. Throws `conflict` where the
 * name is another's (nameTaken), or that of somebody who was merged into this one.
 */
export async function renameOperator({ actor, id, name }: { actor: Actor; id: string; name: string }): Promise<void> {
  const matchKey = operatorMatchKey(name);
  await db.transaction(async (tx) => {
    await lockOperatorEdits(tx);
    const operator = await getOperatorToEdit(tx, actor, id);
    if (operator.name === name) return;
    if (operator.matchKey !== matchKey) {
      await lockOperatorNames(tx, [matchKey, operator.matchKey]);
      const owner = await findNameOwner(tx, matchKey);
      if (owner && (owner.id !== id || owner.kind === "merged")) throw await nameTaken(tx, actor, owner);
      // It was another name of this very operator.
      await tx.delete(operatorAliases).where(and(eq(operatorAliases.matchKey, matchKey), eq(operatorAliases.operatorId, id)));
      const [kept] = await tx
        .insert(operatorAliases)
        .values({ matchKey: operator.matchKey, name: operator.name, operatorId: id })
        .onConflictDoNothing()
        .returning({ matchKey: operatorAliases.matchKey });
      if (!kept) throw new AppError("conflict", `"${operator.name}" is another name of somebody else.`);
    }
    await tx.update(operators).set({ name, matchKey }).where(eq(operators.id, id));
    await notifyOperatorsChanged(tx);
    const details = { name: { from: operator.name, to: name } };
    await recordAuditEntry({ actor, action: "operator.updated", object: { kind: "operator", id, name }, details }, tx);
  });
}
