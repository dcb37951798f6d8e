import { and, desc, eq, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { campaigns, criteria, scorecards, scorecardVersions } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { visibleCampaigns } from "@/lib/campaigns/campaign-access";

/** How a criterion that runs through versions was last worded in what the viewer sees; null where there is none. */
export async function findCriterionQuestion({ viewer, key }: { viewer: Viewer; key: string }): Promise<string | null> {
  const [found] = await db
    .select({ question: criteria.question })
    .from(criteria)
    .innerJoin(scorecardVersions, eq(scorecardVersions.id, criteria.versionId))
    .innerJoin(scorecards, eq(scorecards.id, scorecardVersions.scorecardId))
    .innerJoin(campaigns, eq(campaigns.id, scorecards.campaignId))
    .where(and(eq(criteria.key, key), isNotNull(scorecardVersions.number), visibleCampaigns(viewer)))
    .orderBy(desc(scorecardVersions.publishedAt))
    .limit(1);
  return found?.question ?? null;
}
