import { and, asc, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { campaigns } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { visibleCampaigns } from "@/lib/campaigns/campaign-access";
import { env } from "@/lib/env";
import { hasPublishedScorecard } from "@/lib/scorecards/has-published-scorecard";

export type AuditableCampaign = { id: number; name: string; timeZone: string };

/** Campaigns of the viewer that have a published scorecard and are not archived, by name: those that can be audited by hand. */
export async function listAuditableCampaigns({ viewer }: { viewer: Viewer }): Promise<AuditableCampaign[]> {
  const rows = await db
    .select({ id: campaigns.id, name: campaigns.name, timeZone: campaigns.timeZone })
    .from(campaigns)
    .where(and(isNull(campaigns.archivedAt), visibleCampaigns(viewer), hasPublishedScorecard()))
    .orderBy(asc(campaigns.name), asc(campaigns.id));
  return rows.map((row) => ({ ...row, timeZone: row.timeZone ?? env.TIME_ZONE }));
}
