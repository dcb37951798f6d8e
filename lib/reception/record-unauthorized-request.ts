import { sqlClient } from "@/db/client";
import type { Source, UnauthorizedReason } from "@/db/enums";
import { log } from "@/lib/log";
import { onShutdown } from "@/lib/shutdown";
import { storableJson } from "./storable-json";

/** What may be kept of a request without a valid key. */
export type UnauthorizedRequest = { source: Source; reason: UnauthorizedReason; keyLast4: string; remoteAddress: string };

type Tally = { counts: Map<string, { request: UnauthorizedRequest; count: number }>; timer: NodeJS.Timeout | null };

/** A flood of wrong keys costs one statement a second; beyond this many different ones, the rest of that second is counted together. */
const MAX_DISTINCT = 1000;
const FLUSH_INTERVAL_MS = 1000;

const holder = globalThis as typeof globalThis & { auditoriaUnauthorized?: Tally };

/** Counts a request that was turned away, for the admin who wonders why nothing arrives. Never delays or fails the answer. */
export function recordUnauthorizedRequest(request: UnauthorizedRequest): void {
  const tally = openTally();
  const kept = tally.counts.size < MAX_DISTINCT ? request : { ...request, keyLast4: "", remoteAddress: "many" };
  const key = [kept.source, kept.reason, kept.keyLast4, kept.remoteAddress].join("\n");
  const known = tally.counts.get(key);
  if (known) known.count += 1;
  else tally.counts.set(key, { request: kept, count: 1 });
  tally.timer ??= setTimeout(() => void flushUnauthorizedRequests(), FLUSH_INTERVAL_MS).unref();
}

function openTally(): Tally {
  if (!holder.auditoriaUnauthorized) {
    holder.auditoriaUnauthorized = { counts: new Map(), timer: null };
    onShutdown("unauthorized-requests", flushUnauthorizedRequests);
  }
  return holder.auditoriaUnauthorized;
}

/** Writes what was counted since the last time. */
export async function flushUnauthorizedRequests(): Promise<void> {
  const tally = holder.auditoriaUnauthorized;
  if (!tally || tally.counts.size === 0) return;
  if (tally.timer) clearTimeout(tally.timer);
  const rows = [...tally.counts.values()].map(({ request, count }) => ({ ...request, count }));
  tally.counts.clear();
  tally.timer = null;
  try {
    await sqlClient`
      insert into unauthorized_requests as u (source, reason, key_last4, remote_address, hour, count, last_at)
      select source, reason, "keyLast4", "remoteAddress", date_trunc('hour', now()), count, now()
      from json_to_recordset(${storableJson(rows)}::text::json)
        as r(source source, reason unauthorized_reason, "keyLast4" text, "remoteAddress" text, count bigint)
      on conflict (hour, source, reason, key_last4, remote_address) do update set count = u.count + excluded.count, last_at = excluded.last_at`;
  } catch (error) {
    log.warn({ err: error, count: rows.length }, "requests without a valid key could not be counted");
  }
}
