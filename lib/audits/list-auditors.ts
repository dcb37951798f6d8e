import { and, asc, eq, exists, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { audits, userCampaigns, users } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";

const MAX_AUDITORS = 500;

/**
 * People whose audits the viewer may come upon, by name: members of the viewer's campaigns, and whoever has audited in them, such as an admin. Also
 * those who are disabled meanwhile: their audits stay. None for agents.
 */
export async function listAuditors({ viewer }: { viewer: Viewer }): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(ne(users.role, "agent"), ofCampaigns(viewer)))
    .orderBy(asc(users.name), asc(users.id))
    .limit(MAX_AUDITORS);
}

function ofCampaigns({ role, campaignIds }: Viewer): SQL | undefined {
  if (role === "admin") return undefined;
  if (role === "agent" || campaignIds.length === 0) return sql`false`;
  const shared = db
    .select({ one: sql`1` })
    .from(userCampaigns)
    .where(and(eq(userCampaigns.userId, users.id), inArray(userCampaigns.campaignId, campaignIds)));
  const audited = db
    .select({ one: sql`1` })
    .from(audits)
    .where(and(eq(audits.auditorId, users.id), inArray(audits.campaignId, campaignIds)));
  return or(exists(shared), exists(audited));
}
