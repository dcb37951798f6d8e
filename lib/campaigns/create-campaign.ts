import { db } from "@/db/client";
import { campaignSources, campaigns } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { notifyCampaignChanged } from "./notify-campaign-changed";
import type { OfferedSource } from "./offered-sources";

type CreateCampaignInput = {
  actor: Actor;
  name: string;
  description?: string;
  timeZone?: string | null;
  source?: OfferedSource;
};

/** Makes a campaign, with its audio source where one is given, and returns its number. Admins only. */
export async function createCampaign({
  actor,
  name,
  description = "",
  timeZone = null,
  source,
}: CreateCampaignInput): Promise<{ id: number }> {
  requireAdmin(actor);
  return db.transaction(async (transaction) => {
    const [created] = await transaction.insert(campaigns).values({ name, description, timeZone }).returning({ id: campaigns.id });
    if (!created) throw new AppError("unavailable", "The campaign was not stored.");
    if (source) await transaction.insert(campaignSources).values({ campaignId: created.id, source });
    await notifyCampaignChanged(transaction, created.id);
    return created;
  });
}
