import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { apiKeys } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";

/** Ends a key at once, in every process. A key that is ended already stays as it is. Admins only. */
export async function revokeApiKey({ actor, id }: { actor: Actor; id: string }): Promise<void> {
  requireAdmin(actor);
  await db.transaction(async (tx) => {
    const [found] = await tx.select({ id: apiKeys.id }).from(apiKeys).where(eq(apiKeys.id, id));
    if (!found) throw new AppError("not_found", "There is no such API key.");
    await tx
      .update(apiKeys)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(apiKeys.id, id), or(isNull(apiKeys.revokedAt), gt(apiKeys.revokedAt, sql`now()`))));
    await tx.execute(sql`select pg_notify('api_keys_changed', '')`);
  });
}
