import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { apiKeys } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { type CreatedApiKey, createApiKey } from "./create-api-key";

const MAX_OVERLAP_HOURS = 24 * 30;

type RotateApiKeyInput = { actor: Actor; id: string; overlapHours: number };

/** Makes a key to take another's place; the old one goes on for `overlapHours` (0 to 720), so that the platform can be changed in peace. Admins only. */
export async function rotateApiKey({ actor, id, overlapHours }: RotateApiKeyInput): Promise<CreatedApiKey> {
  requireAdmin(actor);
  if (!(overlapHours >= 0 && overlapHours <= MAX_OVERLAP_HOURS))
    throw new AppError("invalid", "The overlap must be between 0 and 720 hours.");
  const [old] = await db.select().from(apiKeys).where(eq(apiKeys.id, id));
  if (!old) throw new AppError("not_found", "There is no such API key.");
  if (old.revokedAt !== null) throw new AppError("conflict", "This API key has been revoked or rotated already: create a new one instead.");
  const created = await createApiKey({ actor, name: old.name, scope: old.scope });
  const endsAt = sql`now() + make_interval(hours => ${overlapHours})`;
  await db.update(apiKeys).set({ revokedAt: endsAt }).where(eq(apiKeys.id, id));
  await db.execute(sql`select pg_notify('api_keys_changed', '')`);
  return created;
}
