import { LRUCache } from "lru-cache";
import { sqlClient } from "@/db/client";
import type { ApiKeyScope, UnauthorizedReason } from "@/db/enums";
import { onNotification } from "@/db/notifications";
import { hashApiKey, isWellFormedApiKey, lastFourOf } from "./api-key-format";
import { recordApiKeyUse } from "./record-api-key-use";

/** Whether a request may come in, and if not, why: for the admin's log, never for the sender. */
export type Authentication =
  | { isAuthorized: true; apiKeyId: string; connectionId: string | null }
  | { isAuthorized: false; reason: UnauthorizedReason; keyLast4: string };

type StoredKey = { id: string; scope: ApiKeyScope; connectionId: string | null; expiresAt: Date | null; revokedAt: Date | null };
type AuthenticateInput = { key: string | null; scope: ApiKeyScope; usedBy: string };

/** Keys change rarely and are asked for on every request. A change is notified and empties this at once; the age is the second net. */
const CACHE_SECONDS = 5;

const holder = globalThis as typeof globalThis & { auditoriaApiKeys?: LRUCache<string, { stored: StoredKey | null }> };

/** Checks a key against what is stored of it. Unknown keys are remembered too, so that guessing costs the database nothing. */
export async function authenticateApiKey({ key, scope, usedBy }: AuthenticateInput): Promise<Authentication> {
  if (key === null || key.trim() === "") return { isAuthorized: false, reason: "missing", keyLast4: "" };
  if (!isWellFormedApiKey(key)) return { isAuthorized: false, reason: "malformed", keyLast4: lastFourOf(key) };
  const stored = await findStoredKey(hashApiKey(key));
  const reason = reasonToRefuse(stored, scope);
  if (stored === null || reason !== null) return { isAuthorized: false, reason: reason ?? "unknown", keyLast4: lastFourOf(key) };
  recordApiKeyUse({ apiKeyId: stored.id, usedBy });
  return { isAuthorized: true, apiKeyId: stored.id, connectionId: stored.connectionId };
}

function reasonToRefuse(stored: StoredKey | null, scope: ApiKeyScope): UnauthorizedReason | null {
  if (stored === null) return "unknown";
  if (stored.revokedAt !== null && stored.revokedAt.getTime() <= Date.now()) return "revoked";
  if (stored.expiresAt !== null && stored.expiresAt.getTime() <= Date.now()) return "expired";
  return stored.scope === scope ? null : "out_of_scope";
}

async function findStoredKey(keySha256: string): Promise<StoredKey | null> {
  const cache = keyCache();
  const known = cache.get(keySha256);
  if (known) return known.stored;
  const [row] = await sqlClient<StoredKey[]>`
    select id, scope, connection_id as "connectionId", expires_at as "expiresAt", revoked_at as "revokedAt"
    from api_keys where key_sha256 = decode(${keySha256}, 'hex')`;
  cache.set(keySha256, { stored: row ?? null });
  return row ?? null;
}

function keyCache(): LRUCache<string, { stored: StoredKey | null }> {
  if (!holder.auditoriaApiKeys) {
    const cache = new LRUCache<string, { stored: StoredKey | null }>({ max: 10_000, ttl: CACHE_SECONDS * 1000 });
    holder.auditoriaApiKeys = cache;
    onNotification("api_keys_changed", () => cache.clear());
  }
  return holder.auditoriaApiKeys;
}
