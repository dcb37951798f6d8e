import { and, asc, eq, exists, inArray, isNull, or } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import type { Role } from "@/db/enums";
import { userCampaigns, users } from "@/db/schema";

/** Somebody who can be given calls of a campaign. */
export type SampleAuditor = { userId: string; name: string; role: Role };

const MAX_AUDITORS = 500;

type FindAuditorsInput = { database: Database | Transaction; campaignId: number; among?: string[] };

/** Who can be given calls of a campaign: its auditors and supervisors, and admins; of those named by `among`, if it is given. Rights are the caller's to check. */
export async function findAuditors({ database, campaignId, among }: FindAuditorsInput): Promise<SampleAuditor[]> {
  const belongs = database
    .select({ userId: userCampaigns.userId })
    .from(userCampaigns)
    .where(and(eq(userCampaigns.userId, users.id), eq(userCampaigns.campaignId, campaignId)));
  return database
    .select({ userId: users.id, name: users.name, role: users.role })
    .from(users)
    .where(
      and(
        isNull(users.disabledAt),
        or(eq(users.role, "admin"), and(inArray(users.role, ["auditor", "supervisor"]), exists(belongs))),
        among && inArray(users.id, among),
      ),
    )
    .orderBy(asc(users.name), asc(users.id))
    .limit(MAX_AUDITORS);
}
