import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { apiKeys } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { type CreatedApiKey, insertApiKey } from "./insert-api-key";

export const MAX_OVERLAP_HOURS = 24 * 30;

type RotateApiKeyInput = { actor: Actor; id: string; overlapHours: number; expiresAt?: Date | null };

/**
 * Makes a key to take another's place; the old one goes on for `overlapHours` (0 to 720), so that the platform can be changed in peace. Both or
 * neither; of several at once one succeeds. Conflict for a key that was rotated or has ended. Admins only.
 */
export async function rotateApiKey({ actor, id, overlapHours, expiresAt = null }: RotateApiKeyInput): Promise<CreatedApiKey> {
  requireAdmin(actor);
  if (!(overlapHours >= 0 && overlapHours <= MAX_OVERLAP_HOURS))
    throw new AppError("invalid", `The overlap must be between 0 and ${MAX_OVERLAP_HOURS} hours.`);
  if (!z.uuid().safeParse(id).success) throw new AppError("not_found", "There is no such API key.");
  return db.transaction(async (tx) => {
    const [old] = await tx
      .select({
        ...{ name: apiKeys.name, scope: apiKeys.scope, connectionId: apiKeys.connectionId, last4: apiKeys.last4 },
        isSettled: sql<boolean>`${apiKeys.revokedAt} is not null or coalesce(${apiKeys.expiresAt} <= now(), false)`,
      })
      .from(apiKeys)
      .where(eq(apiKeys.id, id))
      .for("update");
    if (!old) throw new AppError("not_found", "There is no such API key.");
    if (old.isSettled) throw new AppError("conflict", "This API key has ended or was rotated already: create a new one instead.");
    const { name, scope, connectionId } = old;
    const created = await insertApiKey({ actor, name, scope, connectionId, expiresAt, replaces: id }, tx);
    // Fractions of an hour count too.
    const revokedAt = sql`now() + make_interval(secs => ${overlapHours * 3600})`;
    await tx.update(apiKeys).set({ revokedAt }).where(eq(apiKeys.id, id));
    await tx.execute(sql`select pg_notify('api_keys_changed', '')`);
    const details = { last4: { from: old.last4, to: created.last4 }, overlapHours, ...(expiresAt ? { expiresAt } : {}) };
    await recordAuditEntry({ actor, action: "api_key.rotated", object: { kind: "api_key", id, name }, details }, tx);
    return created;
  });
}
