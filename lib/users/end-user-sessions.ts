import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { lockUser } from "./lock-user";

/** Signs a person out of every browser at once. Everybody may do so to themselves, admins to anybody. */
export async function endUserSessions({ actor, id }: { actor: Actor; id: string }): Promise<void> {
  if (actor === "system" || actor.userId !== id) requireAdmin(actor);
  await db.transaction(async (tx) => {
    const { name } = await lockUser(tx, id);
    await tx
      .update(users)
      .set({ sessionVersion: sql`${users.sessionVersion} + 1` })
      .where(eq(users.id, id));
    await recordAuditEntry({ actor, action: "user.sessions_ended", object: { kind: "user", id, name } }, tx);
  });
}
