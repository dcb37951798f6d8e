import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { userCampaigns, users } from "@/db/schema";
import type { Viewer } from "./viewer";

/** What a person may see and do now, for work that goes on when they have left; null once the account is disabled or gone. */
export async function findViewer({ userId }: { userId: string }): Promise<Viewer | null> {
  const [row] = await db
    .select({ role: users.role, operatorId: users.operatorId, campaignIds: membershipOf(users.id) })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.disabledAt)));
  return row ? { userId, ...row } : null;
}

/** The campaigns that a user belongs to, as a column beside the user's own. */
export function membershipOf(userId: typeof users.id) {
  return sql<number[]>`array(select ${userCampaigns.campaignId} from ${userCampaigns} where ${userCampaigns.userId} = ${userId})`;
}
