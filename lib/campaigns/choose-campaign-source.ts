import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { campaignSources, campaigns } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { assertMayChangeCampaign, campaignNotFound } from "./campaign-access";
import { notifyCampaignChanged } from "./notify-campaign-changed";
import type { OfferedSource } from "./offered-sources";

type ChooseCampaignSourceInput = { viewer: Viewer; campaignId: number; source: OfferedSource };

/** Sets where a campaign's calls come from. Another source starts with empty settings; the same one keeps its own. Admins only. */
export async function chooseCampaignSource({ viewer, campaignId, source }: ChooseCampaignSourceInput): Promise<void> {
  assertMayChangeCampaign(viewer, campaignId);
  await db.transaction(async (transaction) => {
    // Locked, so that a campaign is not deleted between the look and the write.
    const [found] = await transaction.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.id, campaignId)).for("key share");
    if (!found) throw campaignNotFound(campaignId);
    await transaction
      .insert(campaignSources)
      .values({ campaignId, source })
      .onConflictDoUpdate({
        target: campaignSources.campaignId,
        set: { source, settings: {}, updatedAt: new Date() },
        setWhere: sql`${campaignSources.source} <> excluded.source`,
      });
    await notifyCampaignChanged(transaction, campaignId);
  });
}
