import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { campaigns, operators, userCampaigns, users } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { toUserSummary, type UserSummary, userColumns } from "./user-columns";
import { userNotFound } from "./user-not-found";

/** One's own account: who one is here, and what one may see. */
export type Account = UserSummary & { campaigns: { id: number; name: string }[] };

/** The viewer's own account. */
export async function getAccount({ viewer: { userId } }: { viewer: Viewer }): Promise<Account> {
  const [[row], memberships] = await Promise.all([
    db.select(userColumns).from(users).leftJoin(operators, eq(operators.id, users.operatorId)).where(eq(users.id, userId)),
    db
      .select({ id: campaigns.id, name: campaigns.name })
      .from(userCampaigns)
      .innerJoin(campaigns, eq(campaigns.id, userCampaigns.campaignId))
      .where(eq(userCampaigns.userId, userId))
      .orderBy(asc(campaigns.name), asc(campaigns.id)),
  ]);
  if (!row) throw userNotFound();
  return { ...toUserSummary(row), campaigns: memberships };
}
