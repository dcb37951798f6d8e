import { and, asc, eq, inArray, isNull, notInArray, or } from "drizzle-orm";
import { db } from "@/db/client";
import { userCampaigns, users } from "@/db/schema";

const MAX_NAMES = 5;

/**
 * Names of some who look after campaigns: the supervisors of any of them first, then admins, none of them among `except`. For people of those
 * campaigns, who are told whom to ask.
 */
export async function listSupervisors({
  campaignIds,
  except = [],
}: {
  campaignIds: number[];
  except?: (string | null)[];
}): Promise<string[]> {
  const others = except.filter((id) => id !== null);
  const members = db.select({ userId: userCampaigns.userId }).from(userCampaigns).where(inArray(userCampaigns.campaignId, campaignIds));
  const isSupervisor = campaignIds.length === 0 ? undefined : and(eq(users.role, "supervisor"), inArray(users.id, members));
  const rows = await db
    .select({ name: users.name })
    .from(users)
    .where(
      and(
        isNull(users.disabledAt),
        others.length === 0 ? undefined : notInArray(users.id, others),
        or(eq(users.role, "admin"), isSupervisor),
      ),
    )
    .orderBy(asc(eq(users.role, "admin")), asc(users.name), asc(users.id))
    .limit(MAX_NAMES);
  return rows.map(({ name }) => name);
}
