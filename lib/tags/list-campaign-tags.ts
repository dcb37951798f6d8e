import { asc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { campaignTags } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { campaignNotFound, isCampaignVisible } from "@/lib/campaigns/campaign-access";
import { countTaggedTasks } from "./count-tagged-tasks";
import { MAX_TAGS_OF_CAMPAIGN } from "./tag-input";

/** `taskCount` counts up to MAX_TAGGED_COUNT. */
export type CampaignTag = { id: string; name: string; description: string; taskCount: number };

/** The tags of a campaign by name, with how many tasks bear each. Not found for a campaign that the viewer may not see. */
export async function listCampaignTags({ viewer, campaignId }: { viewer: Viewer; campaignId: number }): Promise<CampaignTag[]> {
  if (!isCampaignVisible(viewer, campaignId)) throw campaignNotFound(campaignId);
  return db
    .select({
      id: campaignTags.id,
      name: campaignTags.name,
      description: campaignTags.description,
      taskCount: countTaggedTasks(sql`${campaignTags.id}`),
    })
    .from(campaignTags)
    .where(eq(campaignTags.campaignId, campaignId))
    .orderBy(asc(campaignTags.matchKey))
    .limit(MAX_TAGS_OF_CAMPAIGN);
}
