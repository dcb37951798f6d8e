import { and, asc, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { UserLinkPurpose } from "@/db/enums";
import { campaigns, operators, userCampaigns, userLinks, users } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { toUserSummary, type UserSummary, userColumns } from "./user-columns";
import { userNotFound } from "./user-not-found";

/** One person as their own page shows them. `openLink` is what they were sent and have not used yet, without its secret. */
export type UserDetail = UserSummary & {
  campaigns: { id: number; name: string }[];
  openLink: { purpose: UserLinkPurpose; createdAt: Date; expiresAt: Date } | null;
};

/** One person. Admins only. */
export async function getUser({ actor, id }: { actor: Actor; id: string }): Promise<UserDetail> {
  requireAdmin(actor);
  const [row] = await db.select(userColumns).from(users).leftJoin(operators, eq(operators.id, users.operatorId)).where(eq(users.id, id));
  if (!row) throw userNotFound();
  const [memberships, [openLink]] = await Promise.all([
    db
      .select({ id: campaigns.id, name: campaigns.name })
      .from(userCampaigns)
      .innerJoin(campaigns, eq(campaigns.id, userCampaigns.campaignId))
      .where(eq(userCampaigns.userId, id))
      .orderBy(asc(campaigns.name), asc(campaigns.id)),
    db
      .select({ purpose: userLinks.purpose, createdAt: userLinks.createdAt, expiresAt: userLinks.expiresAt })
      .from(userLinks)
      .where(and(eq(userLinks.userId, id), isNull(userLinks.endedAt), gt(userLinks.expiresAt, sql`now()`)))
      .orderBy(desc(userLinks.id))
      .limit(1),
  ]);
  return { ...toUserSummary(row), campaigns: memberships, openLink: openLink ?? null };
}
