import { db } from "@/db/client";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { endUserLinks } from "./end-user-links";
import { lockUser } from "./lock-user";

/** Ends a person's open link at once; without one, nothing happens. Admins only. */
export async function takeBackUserLink({ actor, userId }: { actor: Actor; userId: string }): Promise<void> {
  requireAdmin(actor);
  await db.transaction(async (tx) => {
    const { name } = await lockUser(tx, userId);
    if (!(await endUserLinks({ userId }, tx))) return;
    const object = { kind: "user", id: userId, name };
    await recordAuditEntry({ actor, action: "user.updated", object, details: { link: "taken_back" } }, tx);
  });
}
