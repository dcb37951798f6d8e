import { db } from "@/db/client";
import { users } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { lockOperatorEdits } from "@/lib/operators/operator-locks";
import { type CreatedUserLink, insertUserLink } from "./insert-user-link";
import { setUserCampaigns } from "./set-user-campaigns";
import { setUserOperator } from "./set-user-operator";
import { userConflict } from "./user-conflict";
import type { InvitationInput } from "./user-input";

export type InvitedUser = CreatedUserLink & { userId: string };

/**
 * Makes an account without a password, and the link by which its person chooses one. Admins only. Throws `conflict` when the e-mail or the
 * operator is somebody's already, `invalid` with `details.field` for a campaign or operator that is not there.
 */
export async function inviteUser({ actor, ...input }: InvitationInput & { actor: Actor }): Promise<InvitedUser> {
  requireAdmin(actor);
  const { email, name, role } = input;
  const campaignIds = role === "admin" ? [] : input.campaignIds;
  const operatorId = role === "agent" ? input.operatorId : null;
  return db.transaction(async (tx) => {
    await lockOperatorEdits(tx);
    const [user] = await tx
      .insert(users)
      .values({ email, name, role, passwordHash: null })
      .onConflictDoNothing({ target: users.email })
      .returning({ id: users.id });
    if (!user) throw userConflict("email_taken");
    await setUserCampaigns({ userId: user.id, campaignIds }, tx);
    await setUserOperator({ userId: user.id, operatorId }, tx);
    const link = await insertUserLink({ actor, userId: user.id, purpose: "invitation" }, tx);
    const details = { email, role, campaignIds, operatorId };
    await recordAuditEntry({ actor, action: "user.invited", object: { kind: "user", id: user.id, name }, details }, tx);
    return { ...link, userId: user.id };
  });
}
