import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Viewer } from "@/lib/auth/viewer";
import { campaignNotFound } from "@/lib/campaigns/campaign-access";
import { env } from "@/lib/env";
import { maySample } from "./assignment-access";

/** What of a campaign its samples depend on. */
export type SampledCampaign = { name: string; timeZone: string; today: string; hasScorecard: boolean };

/** A campaign that the viewer may draw samples of: its time zone, what day it is there, and whether its calls can be audited. Not found for others. */
export async function getSampledCampaign({ viewer, campaignId }: { viewer: Viewer; campaignId: number }): Promise<SampledCampaign> {
  if (!maySample(viewer, campaignId)) throw campaignNotFound(campaignId);
  const [campaign] = await db.execute<SampledCampaign>(sql`
    select name, zone as "timeZone", (now() at time zone zone)::date::text as today, exists (
        select from scorecards join scorecard_versions on scorecard_versions.scorecard_id = scorecards.id
        where scorecards.campaign_id = campaigns.id and number is not null
      ) as "hasScorecard"
    from campaigns cross join lateral (select coalesce(time_zone, ${env.TIME_ZONE}) as zone) as own where id = ${campaignId}`);
  if (!campaign) throw campaignNotFound(campaignId);
  return campaign;
}
