import { db } from "@/db/client";
import type { ApiKeyScope } from "@/db/enums";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { API_KEY_NAME_MAX_LENGTH } from "./api-key-input";
import { type CreatedApiKey, insertApiKey } from "./insert-api-key";

type CreateApiKeyInput = { actor: Actor; name: string; scope?: FreeApiKeyScope; expiresAt?: Date | null };

/** The scopes of keys that stand by themselves; a connection's are made with it. */
export type FreeApiKeyScope = Exclude<ApiKeyScope, "connection">;

/** Makes a key. Admins only. An expiry in the past is invalid. */
export async function createApiKey({ actor, name, scope = "webhook", expiresAt = null }: CreateApiKeyInput): Promise<CreatedApiKey> {
  requireAdmin(actor);
  const tidy = name.replace(/\p{Cc}+/gu, " ").trim();
  if (tidy === "") throw new AppError("invalid", "An API key needs a name, so that you know later what it is for.");
  if (tidy.length > API_KEY_NAME_MAX_LENGTH)
    throw new AppError("invalid", `The name of an API key has at most ${API_KEY_NAME_MAX_LENGTH} characters.`);
  return db.transaction(async (tx) => {
    const created = await insertApiKey({ actor, name: tidy, scope, expiresAt, replaces: null }, tx);
    const details = { last4: created.last4, scope, ...(expiresAt ? { expiresAt } : {}) };
    await recordAuditEntry({ actor, action: "api_key.created", object: { kind: "api_key", id: created.id, name: tidy }, details }, tx);
    return created;
  });
}
