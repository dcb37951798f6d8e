import { sqlClient } from "@/db/client";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";

const DAY_MS = 24 * 3_600_000;
const WARNED_DAYS = 7;

/** A key that stops working soon, or has stopped while somebody still sends it. `noticedAt` is when that began to matter. */
export type ExpiringApiKey = { id: string; name: string; last4: string; expiresAt: Date; hasExpired: boolean; noticedAt: Date };

type ListExpiringApiKeysInput = { actor: Actor; now?: Date };

/**
 * Keys that expire within seven days, soonest first, and keys that have expired and were used on their last day, or were sent within the last
 * one. Revoked and rotated ones are left out: their end is meant. Admins only.
 */
export async function listExpiringApiKeys({ actor, now = new Date() }: ListExpiringApiKeysInput): Promise<ExpiringApiKey[]> {
  requireAdmin(actor);
  const soon = new Date(now.getTime() + WARNED_DAYS * DAY_MS);
  const dayAgo = new Date(now.getTime() - DAY_MS);
  const weekAgo = new Date(now.getTime() - WARNED_DAYS * DAY_MS);
  return sqlClient<ExpiringApiKey[]>`
    select id, name, last4, expires_at as "expiresAt", expires_at <= ${now} as "hasExpired",
      case when expires_at <= ${now} then expires_at else greatest(created_at, expires_at - interval '7 days') end as "noticedAt"
    from api_keys k
    where revoked_at is null and expires_at <= ${soon} and (
      expires_at > ${now}
      or (expires_at > ${weekAgo} and last_used_at > expires_at - interval '1 day')
      or exists (select from unauthorized_requests u where u.hour >= ${dayAgo} and u.reason = 'expired' and u.key_last4 = k.last4))
    order by expires_at, id`;
}
