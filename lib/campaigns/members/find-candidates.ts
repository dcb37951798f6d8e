import { and, asc, eq, ilike, isNull, ne, notExists, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Role } from "@/db/enums";
import { userCampaigns, users } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Viewer } from "@/lib/auth/viewer";
import { likePattern } from "@/lib/like-pattern";

/** Somebody who could be made a member of a campaign. */
export type Candidate = { userId: string; name: string; email: string; role: Role };

type FindCandidatesInput = {
  viewer: Viewer;
  campaignId: number;
  /** Part of the name or of the e-mail. */
  text: string;
  limit?: number;
};

/** People by part of their name or e-mail who do not belong to the campaign yet; nobody who is disabled, nor admins, who see all. Admins only. */
export async function findCandidates({ viewer, campaignId, text, limit = 10 }: FindCandidatesInput): Promise<Candidate[]> {
  requireAdmin(viewer);
  const part = likePattern(text.trim());
  const belonging = db
    .select({ one: sql`1` })
    .from(userCampaigns)
    .where(and(eq(userCampaigns.userId, users.id), eq(userCampaigns.campaignId, campaignId)));
  return db
    .select({ userId: users.id, name: users.name, email: users.email, role: users.role })
    .from(users)
    .where(
      and(ne(users.role, "admin"), isNull(users.disabledAt), or(ilike(users.name, part), ilike(users.email, part)), notExists(belonging)),
    )
    .orderBy(asc(users.name), asc(users.id))
    .limit(limit);
}
