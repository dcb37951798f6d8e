import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { lockUser } from "./lock-user";

/** Opens a disabled account again, with the password that it had. One that is open stays as it is. Admins only. */
export async function enableUser({ actor, id }: { actor: Actor; id: string }): Promise<void> {
  requireAdmin(actor);
  await db.transaction(async (tx) => {
    const { name, state } = await lockUser(tx, id);
    if (state !== "disabled") return;
    await tx.update(users).set({ disabledAt: null }).where(eq(users.id, id));
    await recordAuditEntry({ actor, action: "user.enabled", object: { kind: "user", id, name } }, tx);
  });
}
