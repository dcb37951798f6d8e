import { db } from "@/db/client";
import { operatorAliases } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { findNameOwner, nameTaken } from "./find-name-owner";
import { getOperatorToEdit } from "./get-operator-to-edit";
import { lockOperatorEdits, lockOperatorNames } from "./operator-locks";
import { operatorMatchKey } from "./operator-match-key";

/**
 * Adds another name by which calls find an operator from then on. Throws `conflict` where it is another's name or alias (nameTaken), or leads
 * to this operator already (`details.reason` own_name).
 */
export async function addOperatorAlias({ actor, id, name }: { actor: Actor; id: string; name: string }): Promise<void> {
  const matchKey = operatorMatchKey(name);
  await db.transaction(async (tx) => {
    await lockOperatorEdits(tx);
    const operator = await getOperatorToEdit(tx, actor, id);
    await lockOperatorNames(tx, [matchKey]);
    const owner = await findNameOwner(tx, matchKey);
    if (owner?.id === id)
      throw new AppError("conflict", `Calls under "${name}" find ${operator.name} already.`, { details: { reason: "own_name" } });
    if (owner) throw await nameTaken(tx, actor, owner);
    await tx.insert(operatorAliases).values({ matchKey, name, operatorId: id });
    const entry = { actor, action: "operator.alias_added" as const, object: { kind: "operator", id, name: operator.name } };
    await recordAuditEntry({ ...entry, details: { alias: name } }, tx);
  });
}
