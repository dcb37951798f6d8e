import { and, asc, eq, inArray, isNull, notInArray, or } from "drizzle-orm";
import { db } from "@/db/client";
import { userCampaigns, users } from "@/db/schema";

const MAX_ARBITERS = 5;

/**
 * Names of some who may decide a dispute of a campaign: its supervisors first, then admins, none of them among `except`. For those who decide
 * disputes themselves and may not decide this one.
 */
export async function listArbiters({ campaignId, except }: { campaignId: number; except: (string | null)[] }): Promise<string[]> {
  const others = except.filter((id) => id !== null);
  const supervised = db.select({ userId: userCampaigns.userId }).from(userCampaigns).where(eq(userCampaigns.campaignId, campaignId));
  const rows = await db
    .select({ name: users.name, role: users.role })
    .from(users)
    .where(
      and(
        isNull(users.disabledAt),
        others.length === 0 ? undefined : notInArray(users.id, others),
        or(eq(users.role, "admin"), and(eq(users.role, "supervisor"), inArray(users.id, supervised))),
      ),
    )
    .orderBy(asc(eq(users.role, "admin")), asc(users.name), asc(users.id))
    .limit(MAX_ARBITERS);
  return rows.map(({ name }) => name);
}
