import { sqlClient } from "@/db/client";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";

/** `lastSeq` and `lastHash` (hex) are of the last entry that was looked at; null at the end of the log. `brokenAt`: see verifyAuditLog. */
export type AuditLogSlice = { checkedCount: number; lastSeq: number | null; lastHash: string | null; brokenAt: number | null };

type VerifyAuditLogSliceInput = { actor: Actor; after: number; limit: number };

/**
 * Computes anew the hashes of at most `limit` (up to 50,000) entries behind the entry `after`; 0 begins. Slices one after the other make the
 * whole, since each begins at the hash that the one before ended with. Admins only.
 */
export async function verifyAuditLogSlice({ actor, after, limit }: VerifyAuditLogSliceInput): Promise<AuditLogSlice> {
  requireAdmin(actor);
  const size = Math.min(Math.max(Math.trunc(limit), 1), 50_000);
  const [slice] = await sqlClient<AuditLogSlice[]>`
    select count(*)::int as "checkedCount", max(seq)::int as "lastSeq", min(seq) filter (where not is_whole)::int as "brokenAt",
      encode((array_agg(hash order by seq desc))[1], 'hex') as "lastHash"
    from (
      select seq, hash, seq = coalesce(lag(seq) over chain, 0) + 1
        and hash = audit_log_hash(coalesce(lag(hash) over chain, ''::bytea), audit_log) as is_whole
      from audit_log where seq >= ${after} window chain as (order by seq) order by seq limit ${after > 0 ? size + 1 : size}
    ) as entries where seq > ${after}`;
  return slice ?? { checkedCount: 0, lastSeq: null, lastHash: null, brokenAt: null };
}
