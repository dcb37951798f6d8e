import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { endUserLinks } from "./end-user-links";
import { lockUserAmongAdmins, refuseLastAdmin } from "./lock-user";
import { userConflict } from "./user-conflict";

/**
 * Closes an account: its sessions and links end at once, what its person did stays. A disabled account stays as it is. Admins only. Throws
 * `conflict` for one's own account and for the last admin's, under concurrency too.
 */
export async function disableUser({ actor, id }: { actor: Actor; id: string }): Promise<void> {
  requireAdmin(actor);
  await db.transaction(async (tx) => {
    const before = await lockUserAmongAdmins(tx, id);
    refuseLastAdmin(before);
    if (actor !== "system" && actor.userId === id) throw userConflict("own_account");
    if (before.state === "disabled") return;
    await endUserLinks({ userId: id }, tx);
    await tx
      .update(users)
      .set({ disabledAt: sql`now()`, sessionVersion: sql`${users.sessionVersion} + 1` })
      .where(eq(users.id, id));
    await recordAuditEntry({ actor, action: "user.disabled", object: { kind: "user", id, name: before.name } }, tx);
  });
}
