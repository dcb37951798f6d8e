import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { campaigns } from "@/db/schema";
import type { Actor } from "@/lib/auth/viewer";
import { campaignNotFound } from "@/lib/campaigns/campaign-access";
import { isCampaignId } from "@/lib/campaigns/campaign-id";

/** Whether somebody may draw up the scorecard of a campaign: admins and the campaign's supervisors. Who sees the campaign may read what is published. */
export function mayEditScorecard(actor: Actor, campaignId: number): boolean {
  if (actor === "system" || actor.role === "admin") return true;
  return actor.role === "supervisor" && actor.campaignIds.includes(campaignId);
}

/** Throws not-found for anybody who may not draw up the campaign's scorecard. */
export function requireScorecardEditor(actor: Actor, campaignId: number): void {
  if (!isCampaignId(campaignId) || !mayEditScorecard(actor, campaignId)) throw campaignNotFound(campaignId);
}

type LockCampaignInput = { transaction: Transaction; actor: Actor; campaignId: number };

/** The campaign whose scorecard the actor is about to change, locked so that changes of it come one after the other; not-found for others. */
export async function lockCampaignOfScorecard({ transaction, actor, campaignId }: LockCampaignInput): Promise<{ name: string }> {
  requireScorecardEditor(actor, campaignId);
  const [campaign] = await transaction
    .select({ name: campaigns.name })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId))
    .for("no key update");
  if (!campaign) throw campaignNotFound(campaignId);
  return campaign;
}
