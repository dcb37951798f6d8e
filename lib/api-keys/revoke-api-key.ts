import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { apiKeys } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";

/** Ends a key at once, in every process. A key that has ended already stays as it is: false. Admins only. */
export async function revokeApiKey({ actor, id }: { actor: Actor; id: string }): Promise<{ isRevoked: boolean }> {
  requireAdmin(actor);
  if (!z.uuid().safeParse(id).success) throw new AppError("not_found", "There is no such API key.");
  return db.transaction(async (tx) => {
    const [revoked] = await tx
      .update(apiKeys)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(apiKeys.id, id), or(isNull(apiKeys.endsAt), gt(apiKeys.endsAt, sql`now()`))))
      .returning({ name: apiKeys.name, last4: apiKeys.last4, lastUsedAt: apiKeys.lastUsedAt });
    if (!revoked) {
      const [ended] = await tx.select({ id: apiKeys.id }).from(apiKeys).where(eq(apiKeys.id, id));
      if (!ended) throw new AppError("not_found", "There is no such API key.");
      return { isRevoked: false };
    }
    await tx.execute(sql`select pg_notify('api_keys_changed', '')`);
    const { name, last4, lastUsedAt } = revoked;
    const details = { last4, ...(lastUsedAt ? { lastUsedAt } : {}) };
    await recordAuditEntry({ actor, action: "api_key.revoked", object: { kind: "api_key", id, name }, details }, tx);
    return { isRevoked: true };
  });
}
