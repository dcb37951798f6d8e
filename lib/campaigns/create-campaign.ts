import { type Database, db, type Transaction } from "@/db/client";
import type { Source } from "@/db/enums";
import { campaignSources, campaigns } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import type { CampaignInput } from "./campaign-input";
import { notifyCampaignChanged } from "./notify-campaign-changed";

type CreateCampaignInput = Partial<CampaignInput> & { actor: Actor; name: string; source?: Source };

/** Makes a campaign, with its audio source where one is given, and returns its number; in the transaction given. Admins only. */
export async function createCampaign(
  { actor, source, ...given }: CreateCampaignInput,
  tx: Database | Transaction = db,
): Promise<{ id: number }> {
  requireAdmin(actor);
  return tx.transaction(async (transaction) => {
    const [created] = await transaction.insert(campaigns).values(given).returning({ id: campaigns.id });
    if (!created) throw new AppError("unavailable", "The campaign was not stored.");
    if (source) await transaction.insert(campaignSources).values({ campaignId: created.id, source });
    await notifyCampaignChanged(transaction, created.id);
    const object = { kind: "campaign", id: created.id, name: given.name };
    await recordAuditEntry({ actor, action: "campaign.created", object, details: { ...given, source: source ?? null } }, transaction);
    return created;
  });
}
