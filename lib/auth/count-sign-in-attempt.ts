import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { signInThrottles } from "@/db/schema";
import { AppError } from "@/lib/errors";

export const MAX_FAILURES_PER_EMAIL = 8;
/** Higher: everybody in an office may come from one address. */
export const MAX_FAILURES_PER_ADDRESS = 40;
const WINDOW_MINUTES = 15;

/**
 * Counts an attempt against its e-mail and its network address before the password is looked at, so that attempts sent all at once are
 * counted as well. Throws `rate_limited` with `details.retryAfterSeconds` when either has used its window up.
 */
export async function countSignInAttempt({ email, remoteAddress }: { email: string; remoteAddress: string }): Promise<void> {
  await count(`email:${email}`, MAX_FAILURES_PER_EMAIL);
  await count(`ip:${remoteAddress}`, MAX_FAILURES_PER_ADDRESS);
}

async function count(subject: string, limit: number) {
  const hasEnded = sql`${signInThrottles.windowEndsAt} <= now()`;
  const newEnd = sql`now() + make_interval(mins => ${WINDOW_MINUTES})`;
  const [row] = await db
    .insert(signInThrottles)
    .values({ subject, failureCount: 1, windowEndsAt: newEnd })
    .onConflictDoUpdate({
      target: signInThrottles.subject,
      set: {
        failureCount: sql`case when ${hasEnded} then 1 else ${signInThrottles.failureCount} + 1 end`,
        windowEndsAt: sql`case when ${hasEnded} then ${newEnd} else ${signInThrottles.windowEndsAt} end`,
      },
    })
    .returning({
      failureCount: signInThrottles.failureCount,
      secondsLeft: sql<number>`ceil(extract(epoch from ${signInThrottles.windowEndsAt} - now()))::int`,
    });
  if (row && row.failureCount > limit)
    throw new AppError("rate_limited", "Too many attempts to sign in.", { details: { retryAfterSeconds: row.secondsLeft } });
}
