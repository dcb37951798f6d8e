import { db } from "@/db/client";
import { campaignSources, campaigns } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import type { CampaignInput } from "./campaign-input";
import { notifyCampaignChanged } from "./notify-campaign-changed";
import type { OfferedSource } from "./offered-sources";

type CreateCampaignInput = Partial<CampaignInput> & { actor: Actor; name: string; source?: OfferedSource };

/** Makes a campaign, with its audio source where one is given, and returns its number. Admins only. */
export async function createCampaign({ actor, source, ...given }: CreateCampaignInput): Promise<{ id: number }> {
  requireAdmin(actor);
  return db.transaction(async (transaction) => {
    const [created] = await transaction.insert(campaigns).values(given).returning({ id: campaigns.id });
    if (!created) throw new AppError("unavailable", "The campaign was not stored.");
    if (source) await transaction.insert(campaignSources).values({ campaignId: created.id, source });
    await notifyCampaignChanged(transaction, created.id);
    const object = { kind: "campaign", id: created.id, name: given.name };
    await recordAuditEntry({ actor, action: "campaign.created", object, details: { ...given, source: source ?? null } }, transaction);
    return created;
  });
}
