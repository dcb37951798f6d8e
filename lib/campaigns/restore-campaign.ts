import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { campaigns } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { assertMayChangeCampaign, campaignNotFound } from "./campaign-access";
import { notifyCampaignChanged } from "./notify-campaign-changed";

/** Opens an archived campaign to calls again. Admins only. */
export async function restoreCampaign({ viewer, id }: { viewer: Viewer; id: number }): Promise<void> {
  assertMayChangeCampaign(viewer, id);
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
