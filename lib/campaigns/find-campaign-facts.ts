import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { campaignSources, campaigns } from "@/db/schema";
import type { CampaignFacts } from "@/lib/reception/delivery-reading";
import { isCampaignId } from "./campaign-id";

/** What reception needs to know of a campaign, archived ones included; null for a number that names none. Knows no viewer: platforms ask. */
export async function findCampaignFacts(id: number): Promise<CampaignFacts | null> {
  if (!isCampaignId(id)) return null;
  const [row] = await db
    .select({ id: campaigns.id, timeZone: campaigns.timeZone, source: campaignSources.source, archivedAt: campaigns.archivedAt })
    .from(campaigns)
    .leftJoin(campaignSources, eq(campaignSources.campaignId, campaigns.id))
    .where(eq(campaigns.id, id));
  if (!row) return null;
  return { id: row.id, timeZone: row.timeZone, source: row.source, isArchived: row.archivedAt !== null };
}
