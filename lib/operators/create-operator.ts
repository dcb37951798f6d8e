import { db } from "@/db/client";
import { operators } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { findNameOwner, nameTaken } from "./find-name-owner";
import { requireOperatorManager } from "./operator-access";
import { lockOperatorEdits, lockOperatorNames } from "./operator-locks";
import { operatorMatchKey } from "./operator-match-key";

/** Makes an operator by hand, whom calls under the name find from then on. Throws `conflict` where the name is somebody's (nameTaken). */
export async function createOperator({ actor, name }: { actor: Actor; name: string }): Promise<{ id: string; name: string }> {
  requireOperatorManager(actor);
  const matchKey = operatorMatchKey(name);
  return db.transaction(async (tx) => {
    await lockOperatorEdits(tx);
    await lockOperatorNames(tx, [matchKey]);
    const owner = await findNameOwner(tx, matchKey);
    if (owner) throw await nameTaken(tx, actor, owner);
    const [created] = await tx
      .insert(operators)
      .values({ name, matchKey, origin: "manual" })
      .returning({ id: operators.id, name: operators.name });
    if (!created) throw new AppError("unavailable", "The operator was not stored.");
    await recordAuditEntry({ actor, action: "operator.created", object: { kind: "operator", ...created } }, tx);
    return created;
  });
}
