import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import type { Source } from "@/db/enums";
import { campaignSources, campaigns } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";

const MAX_CAMPAIGNS = 500;

type ListReplayCampaignsInput = {
  actor: Actor;
  /** Without one, those of any source. */
  source?: Source;
};

/** Campaigns that a delivery can be pointed to: open ones with a source, by name. Admins only. */
export async function listReplayCampaigns({ actor, source }: ListReplayCampaignsInput): Promise<{ id: number; name: string }[]> {
  requireAdmin(actor);
  return db
    .select({ id: campaigns.id, name: campaigns.name })
    .from(campaigns)
    .innerJoin(campaignSources, eq(campaignSources.campaignId, campaigns.id))
    .where(and(isNull(campaigns.archivedAt), source ? eq(campaignSources.source, source) : isNotNull(campaignSources.source)))
    .orderBy(asc(campaigns.name), asc(campaigns.id))
    .limit(MAX_CAMPAIGNS);
}
