import { and, desc, eq, exists, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { audits, campaigns, criteria, scorecards, scorecardVersions } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { visibleCampaigns } from "@/lib/campaigns/campaign-access";
import { visibleAudits } from "./audit-access";

/**
 * How a criterion that runs through versions was last worded in the campaigns that the viewer sees, to agents in the audits of their own calls; null
 * where there is none.
 */
export async function findCriterionQuestion({ viewer, key }: { viewer: Viewer; key: string }): Promise<string | null> {
  const isTold = viewer.role === "agent" ? exists(auditsByVersion(viewer)) : visibleCampaigns(viewer);
  const [found] = await db
    .select({ question: criteria.question })
    .from(criteria)
    .innerJoin(scorecardVersions, eq(scorecardVersions.id, criteria.versionId))
    .innerJoin(scorecards, eq(scorecards.id, scorecardVersions.scorecardId))
    .innerJoin(campaigns, eq(campaigns.id, scorecards.campaignId))
    .where(and(eq(criteria.key, key), isNotNull(scorecardVersions.number), isTold))
    .orderBy(desc(scorecardVersions.publishedAt))
    .limit(1);
  return found?.question ?? null;
}

function auditsByVersion(viewer: Viewer) {
  const ofVersion = and(eq(audits.versionId, scorecardVersions.id), visibleAudits(viewer));
  return db.select({ id: audits.id }).from(audits).where(ofVersion);
}
