import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { campaigns, userCampaigns, users } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { campaignNotFound } from "@/lib/campaigns/campaign-access";
import { isCampaignId } from "@/lib/campaigns/campaign-id";

/** Ends somebody's belonging to a campaign, from their next request on; nothing happens for who does not belong to it. Admins only. */
export async function removeMember({ actor, campaignId, userId }: { actor: Actor; campaignId: number; userId: string }): Promise<void> {
  requireAdmin(actor);
  if (!isCampaignId(campaignId)) throw campaignNotFound(campaignId);
  await db.transaction(async (transaction) => {
    const [campaign] = await transaction.select({ name: campaigns.name }).from(campaigns).where(eq(campaigns.id, campaignId));
    if (!campaign) throw campaignNotFound(campaignId);
    const removed = z.uuid().safeParse(userId).success
      ? await transaction
          .delete(userCampaigns)
          .where(and(eq(userCampaigns.userId, userId), eq(userCampaigns.campaignId, campaignId)))
          .returning({ userId: userCampaigns.userId })
      : [];
    if (removed.length === 0) return;
    const [user] = await transaction.select({ name: users.name, role: users.role }).from(users).where(eq(users.id, userId));
    const object = { kind: "campaign", id: campaignId, name: campaign.name };
    const details = { removed: { userId, ...user } };
    await recordAuditEntry({ actor, action: "campaign.members_changed", object, details }, transaction);
  });
}
