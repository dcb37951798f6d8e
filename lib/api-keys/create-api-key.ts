import { db } from "@/db/client";
import type { ApiKeyScope } from "@/db/enums";
import { apiKeys } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { hashApiKey, lastFourOf, makeApiKey } from "./api-key-format";

type CreateApiKeyInput = { actor: Actor; name: string; scope?: ApiKeyScope; expiresAt?: Date | null };

/** `key` is here for the only time: it is not stored, and nobody can show it again. */
export type CreatedApiKey = { id: string; name: string; key: string; last4: string; expiresAt: Date | null };

/** Makes a key. Admins only. An expiry in the past is invalid. */
export async function createApiKey({ actor, name, scope = "webhook", expiresAt = null }: CreateApiKeyInput): Promise<CreatedApiKey> {
  requireAdmin(actor);
  const trimmed = name.trim();
  if (trimmed === "") throw new AppError("invalid", "An API key needs a name, so that you know later what it is for.");
  if (expiresAt !== null && expiresAt.getTime() <= Date.now())
    throw new AppError("invalid", "The expiry of an API key must be in the future.");
  const key = makeApiKey();
  const [row] = await db
    .insert(apiKeys)
    .values({
      name: trimmed,
      scope,
      expiresAt,
      keySha256: Buffer.from(hashApiKey(key), "hex"),
      last4: lastFourOf(key),
      createdBy: actor === "system" ? null : actor.userId,
    })
    .returning({ id: apiKeys.id });
  if (!row) throw new Error("PostgreSQL returned no row for a key that it inserted.");
  return { id: row.id, name: trimmed, key, last4: lastFourOf(key), expiresAt };
}
