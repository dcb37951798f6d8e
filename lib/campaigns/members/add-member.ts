import { eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { campaigns, userCampaigns, users } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { campaignNotFound } from "@/lib/campaigns/campaign-access";
import { isCampaignId } from "@/lib/campaigns/campaign-id";
import { AppError } from "@/lib/errors";

/**
 * Makes somebody a member of a campaign, from their next request on; once is enough. Admins only. Conflict for an admin, who sees every
 * campaign without belonging to it.
 */
export async function addMember({ actor, campaignId, userId }: { actor: Actor; campaignId: number; userId: string }): Promise<void> {
  requireAdmin(actor);
  if (!isCampaignId(campaignId)) throw campaignNotFound(campaignId);
  await db.transaction(async (transaction) => {
    const [campaign] = await transaction
      .select({ name: campaigns.name })
      .from(campaigns)
      .where(eq(campaigns.id, campaignId))
      .for("key share");
    if (!campaign) throw campaignNotFound(campaignId);
    // Shared, so that somebody does not become an admin meanwhile.
    const [user] = z.uuid().safeParse(userId).success
      ? await transaction.select({ name: users.name, role: users.role }).from(users).where(eq(users.id, userId)).for("share")
      : [];
    if (!user) throw new AppError("not_found", "There is no such user.");
    if (user.role === "admin") throw new AppError("conflict", "An admin sees every campaign and belongs to none.");
    const added = await transaction
      .insert(userCampaigns)
      .values({ userId, campaignId })
      .onConflictDoNothing()
      .returning({ userId: userCampaigns.userId });
    if (added.length === 0) return;
    const object = { kind: "campaign", id: campaignId, name: campaign.name };
    const details = { added: { userId, ...user } };
    await recordAuditEntry({ actor, action: "campaign.members_changed", object, details }, transaction);
  });
}
