import { and, asc, desc, eq, exists, isNotNull, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { campaigns, scorecards, scorecardVersions } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { visibleCampaigns } from "@/lib/campaigns/campaign-access";
import { canDraw } from "./assignment-access";

const MAX_CAMPAIGNS = 1_000;

/** The campaigns that a viewer may draw samples of, by name, those whose scorecard is published first, without archived ones. None for those who draw none. */
export async function listSampledCampaigns({ viewer }: { viewer: Viewer }): Promise<{ id: number; name: string }[]> {
  if (!canDraw(viewer)) return [];
  const published = db
    .select({ one: sql`1` })
    .from(scorecards)
    .innerJoin(scorecardVersions, eq(scorecardVersions.scorecardId, scorecards.id))
    .where(and(eq(scorecards.campaignId, campaigns.id), isNotNull(scorecardVersions.number)));
  return db
    .select({ id: campaigns.id, name: campaigns.name })
    .from(campaigns)
    .where(and(visibleCampaigns(viewer), isNull(campaigns.archivedAt)))
    .orderBy(desc(exists(published)), asc(campaigns.name), asc(campaigns.id))
    .limit(MAX_CAMPAIGNS);
}
