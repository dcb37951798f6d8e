import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { campaigns } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { campaignNotFound } from "./campaign-access";
import { isCampaignId } from "./campaign-id";
import { notifyCampaignChanged } from "./notify-campaign-changed";

/** Opens an archived campaign to calls again. Admins only. */
export async function restoreCampaign({ actor, id }: { actor: Actor; id: number }): Promise<void> {
  requireAdmin(actor);
  if (!isCampaignId(id)) throw campaignNotFound(id);
  await db.transaction(async (transaction) => {
    const changed = await transaction
      .update(campaigns)
      .set({ archivedAt: null })
      .where(eq(campaigns.id, id))
      .returning({ id: campaigns.id });
    if (changed.length === 0) throw campaignNotFound(id);
    await notifyCampaignChanged(transaction, id);
  });
}
