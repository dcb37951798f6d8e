import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { countAttempt } from "@/lib/auth/count-attempt";
import { forgiveAttempts } from "@/lib/auth/forgive-attempts";
import { hashPassword } from "@/lib/auth/hash-password";
import type { SessionClaims } from "@/lib/auth/session-token";
import { verifyPassword } from "@/lib/auth/verify-password";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { endUserLinks } from "./end-user-links";
import { refuseWeakPassword } from "./refuse-weak-password";
import { userNotFound } from "./user-not-found";

/** Wrong current passwords, by account and quarter of an hour. */
export const MAX_WRONG_PASSWORDS = 8;

type ChangePasswordInput = { viewer: Viewer; currentPassword: string; newPassword: string };

/**
 * Gives the viewer another password, and ends all of their sessions: what is returned begins a new one where they are. Throws `unauthorized`
 * when the current password is not right, `rate_limited` after too many of those, `invalid` with `details.problem` for a weak new one.
 */
export async function changePassword({ viewer, currentPassword, newPassword }: ChangePasswordInput): Promise<SessionClaims> {
  const { userId } = viewer;
  const subject = `password:${userId}`;
  await countAttempt({ subject, limit: MAX_WRONG_PASSWORDS });
  const [user] = await db.select().from(users).where(eq(users.id, userId));
  const isRight = await verifyPassword(currentPassword.slice(0, 1000), user?.passwordHash ?? null);
  if (!isRight || !user?.passwordHash) throw new AppError("unauthorized", "The current password is not right.");
  await forgiveAttempts({ subject });
  refuseWeakPassword(newPassword, [user.email, user.name]);
  const passwordHash = await hashPassword(newPassword);
  const isAsChecked = and(eq(users.id, userId), eq(users.passwordHash, user.passwordHash), eq(users.sessionVersion, user.sessionVersion));
  return db.transaction(async (tx) => {
    const [changed] = await tx
      .update(users)
      .set({ passwordHash, sessionVersion: sql`${users.sessionVersion} + 1` })
      .where(isAsChecked)
      .returning({ userId: users.id, sessionVersion: users.sessionVersion });
    // The password or the account was changed by another meanwhile: this session is over.
    if (!changed) throw userNotFound();
    await endUserLinks({ userId }, tx);
    await recordAuditEntry({ actor: viewer, action: "user.password_changed", object: { kind: "user", id: userId, name: user.name } }, tx);
    return changed;
  });
}
