import { and, asc, eq, exists, isNotNull, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { campaigns, scorecards, scorecardVersions } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { visibleCampaigns } from "@/lib/campaigns/campaign-access";
import { env } from "@/lib/env";

export type AuditableCampaign = { id: number; name: string; timeZone: string };

/** Campaigns of the viewer that have a published scorecard and are not archived, by name: those that can be audited by hand. */
export async function listAuditableCampaigns({ viewer }: { viewer: Viewer }): Promise<AuditableCampaign[]> {
  const published = db
    .select({ one: sql`1` })
    .from(scorecards)
    .innerJoin(scorecardVersions, eq(scorecardVersions.scorecardId, scorecards.id))
    .where(and(eq(scorecards.campaignId, campaigns.id), isNotNull(scorecardVersions.number)));
  const rows = await db
    .select({ id: campaigns.id, name: campaigns.name, timeZone: campaigns.timeZone })
    .from(campaigns)
    .where(and(isNull(campaigns.archivedAt), visibleCampaigns(viewer), exists(published)))
    .orderBy(asc(campaigns.name), asc(campaigns.id));
  return rows.map((row) => ({ ...row, timeZone: row.timeZone ?? env.TIME_ZONE }));
}
