import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { countSignInAttempt } from "./count-sign-in-attempt";
import { forgiveSignInAttempt } from "./forgive-sign-in-attempt";
import { recordSignIn } from "./record-sign-in";
import type { SessionClaims } from "./session-token";
import { verifyPassword } from "./verify-password";

type SignInInput = { email: string; password: string; remoteAddress: string };

/**
 * Whose e-mail and password these are; notes that they signed in. Throws `unauthorized`, the same after the same work whether the person is unknown, invited
 * without a password yet or disabled, or the password is wrong; `rate_limited` after too many failures of that e-mail or network address.
 */
export async function signIn({ email, password, remoteAddress }: SignInInput): Promise<SessionClaims> {
  const attempt = { email: email.trim().toLowerCase().slice(0, 254), remoteAddress };
  await countSignInAttempt(attempt);
  const [user] = await db.select().from(users).where(eq(users.email, attempt.email));
  const isRight = await verifyPassword(password.slice(0, 1000), user && !user.disabledAt ? user.passwordHash : null);
  if (!isRight || !user) throw wrong();
  const claims = { userId: user.id, sessionVersion: user.sessionVersion };
  // Meanwhile the account may have been closed, or given another password.
  if (!(await db.transaction((tx) => recordSignIn(claims, tx)))) throw wrong();
  await forgiveSignInAttempt(attempt);
  return claims;
}

function wrong(): AppError {
  return new AppError("unauthorized", "The e-mail or the password is not right.");
}
