import type { Transaction } from "@/db/client";
import type { AuditAction } from "@/db/enums";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Actor } from "@/lib/auth/viewer";

type ScorecardEntry = {
  actor: Actor;
  action: Extract<AuditAction, `scorecard.${string}`>;
  campaignId: number;
  /** The campaign's, since a scorecard has no name of its own. */
  name: string;
  details?: Record<string, unknown>;
};

/** Adds to the audit log what was done to a campaign's scorecard; last in its transaction. */
export function recordScorecardEntry(
  { actor, action, campaignId, name, details }: ScorecardEntry,
  transaction: Transaction,
): Promise<void> {
  return recordAuditEntry({ actor, action, object: { kind: "scorecard", id: campaignId, name }, details }, transaction);
}
