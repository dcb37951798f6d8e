import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { verifyAuditLogSlice } from "./verify-audit-log-slice";

/**
 * `brokenAt` is the number of the first entry that was changed, or that follows one taken out; null when all hold. `headHash`, in hex, is
 * that of the newest entry: kept elsewhere, it also shows when the newest entries are taken away.
 */
export type AuditLogState = { entryCount: number; headHash: string | null; brokenAt: number | null };

const SLICE_ENTRIES = 25_000;

/** Computes every hash of the audit log anew, up to the first that is wrong, a slice at a time. Admins only. */
export async function verifyAuditLog({ actor }: { actor: Actor }): Promise<AuditLogState> {
  requireAdmin(actor);
  let entryCount = 0;
  let headHash: string | null = null;
  for (let after = 0; ; ) {
    const slice = await verifyAuditLogSlice({ actor, after, limit: SLICE_ENTRIES });
    entryCount += slice.checkedCount;
    headHash = slice.lastHash ?? headHash;
    if (slice.brokenAt !== null || slice.lastSeq === null) return { entryCount, headHash, brokenAt: slice.brokenAt };
    after = slice.lastSeq;
  }
}
