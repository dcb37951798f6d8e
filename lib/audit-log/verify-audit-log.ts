import { sqlClient } from "@/db/client";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";

/**
 * `brokenAt` is the number of the first entry that was changed, or that follows one taken out; null when all hold. `headHash`, in hex, is
 * that of the newest entry: kept elsewhere, it also shows when the newest entries are taken away.
 */
export type AuditLogState = { entryCount: number; headHash: string | null; brokenAt: number | null };

/** Computes every hash of the audit log anew. Admins only. Reads the whole log: about 100,000 entries a second. */
export async function verifyAuditLog({ actor }: { actor: Actor }): Promise<AuditLogState> {
  requireAdmin(actor);
  const [state] = await sqlClient<AuditLogState[]>`
    select count(*)::int as "entryCount",
      (select encode(hash, 'hex') from audit_log order by seq desc limit 1) as "headHash",
      min(seq) filter (where not is_whole)::int as "brokenAt"
    from (
      select seq, seq = row_number() over chain
        and hash = audit_log_hash(coalesce(lag(hash) over chain, ''::bytea), audit_log) as is_whole
      from audit_log window chain as (order by seq)
    ) as entries`;
  return state ?? { entryCount: 0, headHash: null, brokenAt: null };
}
