import type { Transaction } from "@/db/client";
import type { ApiKeyScope } from "@/db/enums";
import { apiKeys } from "@/db/schema";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { hashApiKey, lastFourOf, makeApiKey } from "./api-key-format";

type InsertApiKeyInput = {
  actor: Actor;
  name: string;
  scope: ApiKeyScope;
  /** Of a key of the scope `connection`. */
  connectionId?: string | null;
  expiresAt: Date | null;
  replaces: string | null;
};

/** `key` is here for the only time: it is not stored, and nobody can show it again. */
export type CreatedApiKey = { id: string; name: string; key: string; last4: string; expiresAt: Date | null };

/** Writes a new key's row. An expiry in the past is invalid. Whether the actor may is asked before. */
export async function insertApiKey(
  { actor, name, scope, connectionId = null, expiresAt, replaces }: InsertApiKeyInput,
  tx: Transaction,
): Promise<CreatedApiKey> {
  if (expiresAt !== null && !(expiresAt.getTime() > Date.now()))
    throw new AppError("invalid", "The expiry of an API key must be in the future.");
  const key = makeApiKey();
  const [row] = await tx
    .insert(apiKeys)
    .values({
      ...{ name, scope, connectionId, expiresAt, replaces },
      keySha256: Buffer.from(hashApiKey(key), "hex"),
      last4: lastFourOf(key),
      createdBy: actor === "system" ? null : actor.userId,
    })
    .returning({ id: apiKeys.id });
  if (!row) throw new Error("PostgreSQL returned no row for a key that it inserted.");
  return { id: row.id, name, key, last4: lastFourOf(key), expiresAt };
}
