import { db, type Transaction } from "@/db/client";
import type { Actor } from "@/lib/auth/viewer";
import { campaignNotFound, isCampaignVisible } from "@/lib/campaigns/campaign-access";
import { isCampaignId } from "@/lib/campaigns/campaign-id";
import { AppError } from "@/lib/errors";
import { findLatestVersion } from "./find-latest-version";
import { findScorecardHead } from "./find-scorecard-head";
import { readVersionCriteria } from "./read-version-criteria";
import { recordScorecardEntry } from "./record-scorecard-entry";
import { lockCampaignOfScorecard, mayEditScorecard } from "./scorecard-access";
import type { ScorecardContent } from "./scorecard-content";
import { writeDraft } from "./write-draft";

type DuplicateScorecardInput = { actor: Actor; fromCampaignId: number; toCampaignId: number; isConfirmed?: boolean };

/**
 * Makes what a campaign's latest published version asks the draft of another campaign; where none is published, its draft does, for those who may
 * edit it. Keys stay, so that reports follow a question through both. Not found for a source that the actor may not see and a target that they may
 * not edit. Conflict with `details.reason` nothing_to_copy, or has_draft where a draft would be lost and that is not confirmed.
 */
export async function duplicateScorecard({
  actor,
  fromCampaignId,
  toCampaignId,
  isConfirmed = false,
}: DuplicateScorecardInput): Promise<void> {
  await db.transaction(async (transaction) => {
    const { name } = await lockCampaignOfScorecard({ transaction, actor, campaignId: toCampaignId });
    const content = await contentToCopy({ transaction, actor, campaignId: fromCampaignId });
    const head = await findScorecardHead(toCampaignId, transaction);
    if (head.versionId !== null && head.number === null && !isConfirmed)
      throw new AppError("conflict", "The other campaign has a draft already.", { details: { reason: "has_draft" } });
    await writeDraft({ transaction, campaignId: toCampaignId, head, content });
    const details = { copiedFrom: fromCampaignId };
    await recordScorecardEntry({ actor, action: "scorecard.draft_saved", campaignId: toCampaignId, name, details }, transaction);
  });
}

type ContentToCopyInput = { transaction: Transaction; actor: Actor; campaignId: number };

async function contentToCopy({ transaction, actor, campaignId }: ContentToCopyInput): Promise<ScorecardContent> {
  const maySee = actor === "system" ? isCampaignId(campaignId) : isCampaignVisible(actor, campaignId);
  if (!maySee) throw campaignNotFound(campaignId);
  const published = await findLatestVersion(campaignId, transaction);
  const draft = published === null && mayEditScorecard(actor, campaignId) ? await findScorecardHead(campaignId, transaction) : null;
  const versionId = published?.versionId ?? draft?.versionId;
  if (!versionId) throw new AppError("conflict", "The campaign has no scorecard to copy.", { details: { reason: "nothing_to_copy" } });
  return readVersionCriteria(versionId, transaction);
}
