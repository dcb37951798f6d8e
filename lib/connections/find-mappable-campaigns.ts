import { and, asc, eq, isNull, or } from "drizzle-orm";
import { db } from "@/db/client";
import { campaignSources, campaigns } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { campaignMatches } from "@/lib/campaigns/campaign-matches";

/** A campaign that a connection's calls can go to. */
export type MappableCampaign = { id: number; name: string };

type FindMappableCampaignsInput = {
  actor: Actor;
  /** Part of a name, or a number. */
  text: string;
  limit?: number;
};

/** Campaigns of calls that take theirs from Aria or have no source yet, and are not archived, by name. Admins only. */
export async function findMappableCampaigns({ actor, text, limit = 10 }: FindMappableCampaignsInput): Promise<MappableCampaign[]> {
  requireAdmin(actor);
  const takesAria = or(isNull(campaignSources.source), eq(campaignSources.source, "aria"));
  return db
    .select({ id: campaigns.id, name: campaigns.name })
    .from(campaigns)
    .leftJoin(campaignSources, eq(campaignSources.campaignId, campaigns.id))
    .where(and(eq(campaigns.channel, "calls"), isNull(campaigns.archivedAt), takesAria, campaignMatches(text)))
    .orderBy(asc(campaigns.name), asc(campaigns.id))
    .limit(limit);
}
