import { and, desc, eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { auditLog } from "@/db/schema";
import type { Actor } from "@/lib/auth/viewer";
import { findScorecardHead } from "./find-scorecard-head";
import { recordScorecardEntry } from "./record-scorecard-entry";
import { requireSeen } from "./require-seen";
import { lockCampaignOfScorecard } from "./scorecard-access";
import type { ScorecardContent } from "./scorecard-content";
import type { ScorecardSeen } from "./scorecard-seen";
import { writeDraft } from "./write-draft";

type SaveDraftInput = { actor: Actor; campaignId: number; content: ScorecardContent; seen: ScorecardSeen };

/**
 * Keeps the whole content as the campaign's draft, and makes one where there is none. Returns what has been seen by that. For admins and the
 * campaign's supervisors; not found for others. ScorecardChanged when it is no longer what was seen. A run of savings by
 * one person is one entry of the audit log.
 */
export async function saveDraft({ actor, campaignId, content, seen }: SaveDraftInput): Promise<ScorecardSeen> {
  return db.transaction(async (transaction) => {
    const { name } = await lockCampaignOfScorecard({ transaction, actor, campaignId });
    const head = await findScorecardHead(campaignId, transaction);
    requireSeen(seen, head);
    const saved = await writeDraft({ transaction, campaignId, head, content });
    if (head.number !== null || head.versionId === null || !(await hasSavedLast({ transaction, actor, campaignId })))
      await recordScorecardEntry({ actor, action: "scorecard.draft_saved", campaignId, name }, transaction);
    return saved;
  });
}

/** Whether the last that was done to the scorecard is that the same person saved its draft. */
async function hasSavedLast({
  transaction,
  actor,
  campaignId,
}: {
  transaction: Transaction;
  actor: Actor;
  campaignId: number;
}): Promise<boolean> {
  const [last] = await transaction
    .select({ action: auditLog.action, actorId: auditLog.actorId })
    .from(auditLog)
    .where(and(eq(auditLog.objectKind, "scorecard"), eq(auditLog.objectId, String(campaignId))))
    .orderBy(desc(auditLog.seq))
    .limit(1);
  return last?.action === "scorecard.draft_saved" && last.actorId === (actor === "system" ? null : actor.userId);
}
