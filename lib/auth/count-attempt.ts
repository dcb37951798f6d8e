import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { signInThrottles } from "@/db/schema";
import { AppError } from "@/lib/errors";

const WINDOW_MINUTES = 15;

/**
 * Counts an attempt against its subject, such as `email:<address>`, before anything is looked at, so that attempts sent all at once are
 * counted as well. Throws `rate_limited` with `details.retryAfterSeconds` once more than `limit` were made in a window.
 */
export async function countAttempt({ subject, limit }: { subject: string; limit: number }): Promise<void> {
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
    throw new AppError("rate_limited", "Too many attempts.", { details: { retryAfterSeconds: row.secondsLeft } });
}
