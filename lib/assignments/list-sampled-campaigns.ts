import { and, asc, desc, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { campaigns } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { visibleCampaigns } from "@/lib/campaigns/campaign-access";
import { hasPublishedScorecard } from "@/lib/scorecards/has-published-scorecard";
import { canDraw } from "./assignment-access";

const MAX_CAMPAIGNS = 1_000;

/** The campaigns that a viewer may draw samples of, by name, those whose scorecard is published first, without archived ones. None for those who draw none. */
export async function listSampledCampaigns({ viewer }: { viewer: Viewer }): Promise<{ id: number; name: string }[]> {
  if (!canDraw(viewer)) return [];
  return db
    .select({ id: campaigns.id, name: campaigns.name })
    .from(campaigns)
    .where(and(visibleCampaigns(viewer), isNull(campaigns.archivedAt)))
    .orderBy(desc(hasPublishedScorecard()), asc(campaigns.name), asc(campaigns.id))
    .limit(MAX_CAMPAIGNS);
}
