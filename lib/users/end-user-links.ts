import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { userLinks } from "@/db/schema";

/** Ends the open links of a person; true when there was one. */
export async function endUserLinks({ userId }: { userId: string }, tx: Transaction): Promise<boolean> {
  const ended = await tx
    .update(userLinks)
    .set({ endedAt: sql`now()` })
    .where(and(eq(userLinks.userId, userId), isNull(userLinks.endedAt)))
    .returning({ id: userLinks.id });
  return ended.length > 0;
}
