import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { campaigns } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { assertMayChangeCampaign, campaignNotFound } from "./campaign-access";
import { notifyCampaignChanged } from "./notify-campaign-changed";

type UpdateCampaignInput = { viewer: Viewer; id: number; name?: string; description?: string; timeZone?: string | null };

/** Changes what is given of a campaign and leaves the rest. Admins only; not found for a campaign that the viewer may not see. */
export async function updateCampaign({ viewer, id, name, description, timeZone }: UpdateCampaignInput): Promise<void> {
  assertMayChangeCampaign(viewer, id);
  await db.transaction(async (transaction) => {
    const changed = await transaction
      .update(campaigns)
      .set({ name, description, timeZone, updatedAt: new Date() })
      .where(eq(campaigns.id, id))
      .returning({ id: campaigns.id });
    if (changed.length === 0) throw campaignNotFound(id);
    await notifyCampaignChanged(transaction, id);
  });
}
