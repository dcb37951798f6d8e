import { and, eq, isNull, ne } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { operators, users } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { getOperatorToEdit } from "./get-operator-to-edit";
import { linkableUsers } from "./linkable-users";
import { notifyOperatorsChanged } from "./notify-operators-changed";
import { lockOperatorEdits } from "./operator-locks";

type LinkOperatorUserInput = { actor: Actor; id: string; userId: string | null };

/**
 * Has an agent's account see an operator's calls as its own from the next request on, or nobody's where `userId` is null. Whoever was linked
 * before no longer is. Throws `conflict` for an account that is another operator's, and for one that is no agent that the actor may choose.
 */
export async function linkOperatorUser({ actor, id, userId }: LinkOperatorUserInput): Promise<void> {
  await db.transaction(async (tx) => {
    await lockOperatorEdits(tx);
    const operator = await getOperatorToEdit(tx, actor, id);
    const user = userId === null ? null : await getLinkableUser(tx, actor, userId, id);
    if (user?.isLinked) return;
    const unlinked = await tx
      .update(users)
      .set({ operatorId: null })
      .where(and(eq(users.operatorId, id), userId === null ? undefined : ne(users.id, userId)))
      .returning({ name: users.name });
    if (userId === null && unlinked.length === 0) return;
    if (userId !== null) await tx.update(users).set({ operatorId: id }).where(eq(users.id, userId));
    await notifyOperatorsChanged(tx);
    const details = { user: { from: unlinked[0]?.name ?? null, to: user?.name ?? null } };
    await recordAuditEntry({ actor, action: "operator.updated", object: { kind: "operator", id, name: operator.name }, details }, tx);
  });
}

type LinkableAccount = { name: string; isLinked: boolean };

async function getLinkableUser(tx: Transaction, actor: Actor, userId: string, operatorId: string): Promise<LinkableAccount> {
  const [user] = await tx
    .select({ name: users.name, linkedTo: users.operatorId, operatorName: operators.name })
    .from(users)
    .leftJoin(operators, eq(operators.id, users.operatorId))
    .where(and(eq(users.id, userId), isNull(users.disabledAt), linkableUsers(actor)))
    .for("update", { of: users });
  if (!user) throw new AppError("conflict", "There is no such agent.", { details: { reason: "no_such_agent" } });
  if (user.linkedTo !== null && user.linkedTo !== operatorId)
    throw new AppError("conflict", `${user.name} is linked to ${user.operatorName}.`, { details: { reason: "agent_is_linked" } });
  return { name: user.name, isLinked: user.linkedTo !== null };
}
