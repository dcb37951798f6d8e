import { eq, lt, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { signInThrottles } from "@/db/schema";

/** Takes the attempts of a subject back, or one of them. Drops ended windows. */
export async function forgiveAttempts({ subject, isOneOnly = false }: { subject: string; isOneOnly?: boolean }): Promise<void> {
  const isSubject = eq(signInThrottles.subject, subject);
  const hasEnded = lt(signInThrottles.windowEndsAt, sql`now()`);
  await db.delete(signInThrottles).where(isOneOnly ? hasEnded : or(isSubject, hasEnded));
  if (!isOneOnly) return;
  await db
    .update(signInThrottles)
    .set({ failureCount: sql`greatest(${signInThrottles.failureCount} - 1, 0)` })
    .where(isSubject);
}
