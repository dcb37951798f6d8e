import { and, asc, eq, inArray, notInArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { campaigns, userCampaigns } from "@/db/schema";
import { AppError } from "@/lib/errors";

/** Makes these, and no others, the campaigns that a person belongs to. The caller has checked who asks. Returns those of before, in order. Throws `invalid` for one that is not there. */
export async function setUserCampaigns(
  { userId, campaignIds }: { userId: string; campaignIds: number[] },
  tx: Transaction,
): Promise<number[]> {
  const wanted = [...new Set(campaignIds)];
  const before = await tx
    .select({ id: userCampaigns.campaignId })
    .from(userCampaigns)
    .where(eq(userCampaigns.userId, userId))
    .orderBy(asc(userCampaigns.campaignId));
  const isGone = wanted.length === 0 ? undefined : notInArray(userCampaigns.campaignId, wanted);
  await tx.delete(userCampaigns).where(and(eq(userCampaigns.userId, userId), isGone));
  if (wanted.length > 0) {
    const found = await tx.select({ id: campaigns.id }).from(campaigns).where(inArray(campaigns.id, wanted)).for("key share");
    if (found.length !== wanted.length) throw new AppError("invalid", "There is no such campaign.", { details: { field: "campaignIds" } });
    await tx
      .insert(userCampaigns)
      .values(wanted.map((campaignId) => ({ userId, campaignId })))
      .onConflictDoNothing();
  }
  return before.map(({ id }) => id);
}
