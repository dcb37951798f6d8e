import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { changesBetween } from "@/lib/audit-log/changes-between";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { lockOperatorEdits } from "@/lib/operators/operator-locks";
import { lockUserAmongAdmins, refuseLastAdmin } from "./lock-user";
import { setUserCampaigns } from "./set-user-campaigns";
import { setUserOperator } from "./set-user-operator";
import { userConflict } from "./user-conflict";
import type { UserInput } from "./user-input";

type UpdateUserInput = UserInput & { actor: Actor; id: string };

/**
 * Changes who a person is here and what they may see. Admins belong to no campaign, since they see all; only an agent has an operator. Another
 * role ends the person's sessions; other changes hold from their next request. Admins only. Throws `conflict` for one's own role, the last
 * admin's and an operator of somebody else, `invalid` with `details.field` for a campaign or operator that is not there.
 */
export async function updateUser({ actor, id, name, role, ...given }: UpdateUserInput): Promise<void> {
  requireAdmin(actor);
  const campaignIds = role === "admin" ? [] : [...new Set(given.campaignIds)].sort((one, other) => one - other);
  const operatorId = role === "agent" ? given.operatorId : null;
  await db.transaction(async (tx) => {
    await lockOperatorEdits(tx);
    const before = await lockUserAmongAdmins(tx, id);
    const isNewRole = role !== before.role;
    if (isNewRole) refuseLastAdmin(before);
    if (isNewRole && actor !== "system" && actor.userId === id) throw userConflict("own_role");
    const campaignsBefore = await setUserCampaigns({ userId: id, campaignIds }, tx);
    if (operatorId !== before.operatorId) await setUserOperator({ userId: id, operatorId }, tx);
    await tx
      .update(users)
      .set({ name, role, ...(isNewRole && { sessionVersion: sql`${users.sessionVersion} + 1` }) })
      .where(eq(users.id, id));
    const details = changesBetween(
      { name: before.name, role: before.role, operatorId: before.operatorId, campaignIds: campaignsBefore },
      { name, role, operatorId, campaignIds },
    );
    if (Object.keys(details).length === 0) return;
    await recordAuditEntry({ actor, action: "user.updated", object: { kind: "user", id, name }, details }, tx);
  });
}
