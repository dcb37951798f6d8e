import { and, asc, eq, exists, inArray, ne, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { userCampaigns, users } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";

const MAX_AUDITORS = 500;

/** People who may audit in campaigns of the viewer, by name, also those who are disabled meanwhile: their audits stay. None for agents. */
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
  return sql`(${users.role} = 'admin' or ${exists(shared)})`;
}
