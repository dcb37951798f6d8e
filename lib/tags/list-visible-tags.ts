import { asc, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { campaigns, campaignTags } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";

/** A tag with the campaign whose calls it marks. */
export type VisibleTag = { id: string; name: string; campaignId: number; campaignName: string };

/** More than anybody chooses from a list. */
const MAX_TAGS = 500;

/** Tags of every campaign that the viewer sees, by campaign and name. Agents see none: they see their own calls, never a campaign. */
export async function listVisibleTags({ viewer: { role, campaignIds } }: { viewer: Viewer }): Promise<VisibleTag[]> {
  if (role === "agent") return [];
  return db
    .select({ id: campaignTags.id, name: campaignTags.name, campaignId: campaignTags.campaignId, campaignName: campaigns.name })
    .from(campaignTags)
    .innerJoin(campaigns, eq(campaigns.id, campaignTags.campaignId))
    .where(role === "admin" ? undefined : campaignIds.length === 0 ? sql`false` : inArray(campaignTags.campaignId, campaignIds))
    .orderBy(asc(campaigns.name), asc(campaignTags.campaignId), asc(campaignTags.matchKey))
    .limit(MAX_TAGS);
}
