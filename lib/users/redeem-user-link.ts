import { and, eq, isNull, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { userLinks, users } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { countAttempt } from "@/lib/auth/count-attempt";
import { forgiveAttempts } from "@/lib/auth/forgive-attempts";
import { hashPassword } from "@/lib/auth/hash-password";
import { recordSignIn } from "@/lib/auth/record-sign-in";
import type { SessionClaims } from "@/lib/auth/session-token";
import { AppError } from "@/lib/errors";
import { endUserLinks } from "./end-user-links";
import { findOpenUserLink } from "./find-open-user-link";
import { MAX_UNKNOWN_LINKS_PER_ADDRESS } from "./get-user-link";
import { lockUser } from "./lock-user";
import { refuseWeakPassword } from "./refuse-weak-password";

type RedeemUserLinkInput = { secret: string; password: string; remoteAddress: string };

/**
 * Sets the password that a link's person has chosen, ends the link and every session that they had, and signs them in: once, however often
 * the link is used at the same time. Throws `invalid` with `details.problem` for a weak password, `not_found`, after the same work, for a link
 * that was used, has expired, was taken back or never was, `rate_limited` after too many of those from one network address.
 */
export async function redeemUserLink({ secret, password, remoteAddress }: RedeemUserLinkInput): Promise<SessionClaims> {
  const subject = `link:${remoteAddress}`;
  await countAttempt({ subject, limit: MAX_UNKNOWN_LINKS_PER_ADDRESS });
  const link = await findOpenUserLink({ secret });
  if (link) await forgiveAttempts({ subject, isOneOnly: true });
  if (link) refuseWeakPassword(password, [link.email, link.name]);
  const passwordHash = await hashPassword(password.slice(0, 1000));
  if (!link) throw gone();
  return db.transaction(async (tx) => {
    const { name, role } = await lockUser(tx, link.userId);
    await endLink(tx, link.id);
    await endUserLinks({ userId: link.userId }, tx);
    const [changed] = await tx
      .update(users)
      .set({ passwordHash, sessionVersion: sql`${users.sessionVersion} + 1` })
      .where(and(eq(users.id, link.userId), isNull(users.disabledAt)))
      .returning({ userId: users.id, sessionVersion: users.sessionVersion });
    if (!changed) throw gone();
    const actor = { userId: link.userId, role, campaignIds: [], operatorId: null };
    const object = { kind: "user", id: link.userId, name };
    await recordAuditEntry({ actor, action: "user.password_changed", object, details: { by: link.purpose } }, tx);
    await recordSignIn(changed, tx);
    return changed;
  });
}

/** Of several who come at once, the first to have the person's row ends the link; the others find it ended. */
async function endLink(tx: Transaction, id: string): Promise<void> {
  const ended = await tx
    .update(userLinks)
    .set({ endedAt: sql`now()` })
    .where(and(eq(userLinks.id, id), isNull(userLinks.endedAt)))
    .returning({ id: userLinks.id });
  if (ended.length === 0) throw gone();
}

function gone(): AppError {
  return new AppError("not_found", "This link can't be used any more.");
}
