import { eq, lt, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { signInThrottles } from "@/db/schema";

/** Takes back what countSignInAttempt counted, once the password was right: the e-mail starts afresh, the address by one. Drops ended windows. */
export async function forgiveSignInAttempt({ email, remoteAddress }: { email: string; remoteAddress: string }): Promise<void> {
  await db.delete(signInThrottles).where(or(eq(signInThrottles.subject, `email:${email}`), lt(signInThrottles.windowEndsAt, sql`now()`)));
  await db
    .update(signInThrottles)
    .set({ failureCount: sql`greatest(${signInThrottles.failureCount} - 1, 0)` })
    .where(eq(signInThrottles.subject, `ip:${remoteAddress}`));
}
