import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { campaignSources, campaigns } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { campaignNotFound } from "./campaign-access";
import { isCampaignId } from "./campaign-id";
import { notifyCampaignChanged } from "./notify-campaign-changed";
import type { OfferedSource } from "./offered-sources";

type ChooseCampaignSourceInput = { actor: Actor; campaignId: number; source: OfferedSource };

/** Sets where a campaign's calls come from. Another source starts with empty settings; the same one keeps its own. Admins only. */
export async function chooseCampaignSource({ actor, campaignId, source }: ChooseCampaignSourceInput): Promise<void> {
  requireAdmin(actor);
  if (!isCampaignId(campaignId)) throw campaignNotFound(campaignId);
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
