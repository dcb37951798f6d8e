import { and, asc, isNull, ne, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { campaigns } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { visibleCampaigns } from "@/lib/campaigns/campaign-access";

/** Another campaign: whether there is a scorecard to copy from it, and a draft that a copy to it would replace. */
export type ScorecardCampaign = { id: number; name: string; isPublished: boolean; hasDraft: boolean };

const MAX_CAMPAIGNS = 500;

/** The campaigns that a viewer sees, but for one and those that are archived, by name: where a scorecard can be copied from, for editors also to. */
export async function listScorecardCampaigns({ viewer, exceptId }: { viewer: Viewer; exceptId: number }): Promise<ScorecardCampaign[]> {
  const hasVersion = (isDraft: boolean) => sql<boolean>`exists (
    select from scorecards join scorecard_versions on scorecard_versions.scorecard_id = scorecards.id
    where scorecards.campaign_id = "campaigns"."id" and (scorecard_versions.number is null) = ${isDraft})`;
  return db
    .select({ id: campaigns.id, name: campaigns.name, isPublished: hasVersion(false), hasDraft: hasVersion(true) })
    .from(campaigns)
    .where(and(visibleCampaigns(viewer), isNull(campaigns.archivedAt), ne(campaigns.id, exceptId)))
    .orderBy(asc(campaigns.name), asc(campaigns.id))
    .limit(MAX_CAMPAIGNS);
}
