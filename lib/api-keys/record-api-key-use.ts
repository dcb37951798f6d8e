import { sqlClient } from "@/db/client";
import { log } from "@/lib/log";

/** "Last used" is told to the minute: more would cost a write for every request. */
const INTERVAL_MS = 60_000;

const holder = globalThis as typeof globalThis & { auditoriaApiKeyUses?: Map<string, number> };

/** Notes that a key was used, at most once a minute and process. Never delays or fails the request that used it. */
export function recordApiKeyUse({ apiKeyId, usedBy }: { apiKeyId: string; usedBy: string }): void {
  holder.auditoriaApiKeyUses ??= new Map();
  const now = Date.now();
  if (now - (holder.auditoriaApiKeyUses.get(apiKeyId) ?? 0) < INTERVAL_MS) return;
  holder.auditoriaApiKeyUses.set(apiKeyId, now);
  sqlClient`update api_keys set last_used_at = now(), last_used_by = ${usedBy.slice(0, 200)} where id = ${apiKeyId}`.catch((error) =>
    log.warn({ err: error, apiKeyId }, "the last use of an API key could not be noted"),
  );
}
