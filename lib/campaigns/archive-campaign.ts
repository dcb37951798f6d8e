import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { campaigns } from "@/db/schema";
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
    const changed = await transaction
      .update(campaigns)
      .set({ archivedAt: sql`coalesce(${campaigns.archivedAt}, now())` })
      .where(eq(campaigns.id, id))
      .returning({ id: campaigns.id });
    if (changed.length === 0) throw campaignNotFound(id);
    await notifyCampaignChanged(transaction, id);
  });
}
