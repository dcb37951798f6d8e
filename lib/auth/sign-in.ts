import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { countSignInAttempt } from "./count-sign-in-attempt";
import { forgiveSignInAttempt } from "./forgive-sign-in-attempt";
import type { SessionClaims } from "./session-token";
import { verifyPassword } from "./verify-password";

type SignInInput = { email: string; password: string; remoteAddress: string };

/**
 * Whose e-mail and password these are. Throws `unauthorized`, the same after the same work whether the person is unknown, disabled or the
 * password is wrong; `rate_limited` after too many failures of that e-mail or network address.
 */
export async function signIn({ email, password, remoteAddress }: SignInInput): Promise<SessionClaims> {
  const attempt = { email: email.trim().toLowerCase().slice(0, 254), remoteAddress };
  await countSignInAttempt(attempt);
  const [user] = await db.select().from(users).where(eq(users.email, attempt.email));
  const isRight = await verifyPassword(password.slice(0, 1000), user && !user.disabledAt ? user.passwordHash : null);
  if (!isRight || !user) throw new AppError("unauthorized", "The e-mail or the password is not right.");
  await forgiveSignInAttempt(attempt);
  return { userId: user.id, sessionVersion: user.sessionVersion };
}
