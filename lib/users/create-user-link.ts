import { db } from "@/db/client";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { type CreatedUserLink, insertUserLink } from "./insert-user-link";
import { lockUser } from "./lock-user";
import { userConflict } from "./user-conflict";

/**
 * Makes a new link for a person, which ends the older one: another invitation for who has not come yet, a new password for who has. Admins
 * only. Throws `conflict` for a disabled account.
 */
export async function createUserLink({ actor, userId }: { actor: Actor; userId: string }): Promise<CreatedUserLink> {
  requireAdmin(actor);
  return db.transaction(async (tx) => {
    const { name, state } = await lockUser(tx, userId);
    if (state === "disabled") throw userConflict("disabled");
    const link = await insertUserLink({ actor, userId, purpose: state === "invited" ? "invitation" : "password_reset" }, tx);
    const action = state === "invited" ? "user.invited" : "user.reset_link_made";
    await recordAuditEntry({ actor, action, object: { kind: "user", id: userId, name } }, tx);
    return link;
  });
}
