import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { campaignSources, campaigns } from "@/db/schema";
import { campaignNotFound } from "@/lib/campaigns/campaign-access";
import { isCampaignId } from "@/lib/campaigns/campaign-id";
import { notifyCampaignChanged } from "@/lib/campaigns/notify-campaign-changed";
import { AppError } from "@/lib/errors";

/**
 * Makes sure that a campaign can take in a connection's calls: one without an audio source becomes Aria's. Not-found for a campaign that does
 * not exist, a conflict for one that is archived or takes its calls from elsewhere.
 */
export async function giveCampaignToConnection(transaction: Transaction, campaignId: number): Promise<void> {
  if (!isCampaignId(campaignId)) throw campaignNotFound(campaignId);
  const [campaign] = await transaction
    .select({ archivedAt: campaigns.archivedAt })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId))
    .for("no key update");
  if (!campaign) throw campaignNotFound(campaignId);
  if (campaign.archivedAt !== null)
    throw new AppError("conflict", `Campaign ID #${campaignId} is archived, and takes in no calls.`, { details: { problem: "archived" } });
  const [present] = await transaction
    .select({ source: campaignSources.source })
    .from(campaignSources)
    .where(eq(campaignSources.campaignId, campaignId));
  if (present?.source === "aria") return;
  if (present)
    throw new AppError("conflict", `Campaign ID #${campaignId} takes its calls from the source ${present.source}, not from Aria.`, {
      details: { problem: "other_source" },
    });
  await transaction.insert(campaignSources).values({ campaignId, source: "aria" });
  await notifyCampaignChanged(transaction, campaignId);
}
