import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { scorecardVersions } from "@/db/schema";
import type { Actor } from "@/lib/auth/viewer";
import { findScorecardHead } from "./find-scorecard-head";
import { recordScorecardEntry } from "./record-scorecard-entry";
import { requireDraft } from "./require-draft";
import { lockCampaignOfScorecard } from "./scorecard-access";
import type { ScorecardSeen } from "./scorecard-seen";

type DiscardDraftInput = { actor: Actor; campaignId: number; seen: ScorecardSeen };

/**
 * Throws the campaign's draft away; what is published stays. For admins and the campaign's supervisors; not found for others. ScorecardChanged
 * when the draft is no longer what was seen, with the reason no_draft when there is none.
 */
export async function discardDraft({ actor, campaignId, seen }: DiscardDraftInput): Promise<void> {
  await db.transaction(async (transaction) => {
    const { name } = await lockCampaignOfScorecard({ transaction, actor, campaignId });
    const versionId = requireDraft(await findScorecardHead(campaignId, transaction), seen);
    await transaction.delete(scorecardVersions).where(eq(scorecardVersions.id, versionId));
    await recordScorecardEntry({ actor, action: "scorecard.draft_discarded", campaignId, name }, transaction);
  });
}
