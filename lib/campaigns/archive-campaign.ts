import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { campaigns } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { campaignNotFound } from "./campaign-access";
import { isCampaignId } from "./campaign-id";
import { notifyCampaignChanged } from "./notify-campaign-changed";

/** Closes a campaign to new calls; what it has stays visible. Archiving twice keeps the first time. Admins only. */
export async function archiveCampaign({ actor, id }: { actor: Actor; id: number }): Promise<void> {
  requireAdmin(actor);
  if (!isCampaignId(id)) throw campaignNotFound(id);
  await db.transaction(async (transaction) => {
    const [found] = await transaction
      .select({ name: campaigns.name, archivedAt: campaigns.archivedAt })
      .from(campaigns)
      .where(eq(campaigns.id, id))
      .for("no key update");
    if (!found) throw campaignNotFound(id);
    if (found.archivedAt !== null) return;
    await transaction.update(campaigns).set({ archivedAt: sql`now()` }).where(eq(campaigns.id, id));
    await notifyCampaignChanged(transaction, id);
    await recordAuditEntry({ actor, action: "campaign.archived", object: { kind: "campaign", id, name: found.name } }, transaction);
  });
}
