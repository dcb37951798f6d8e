import { asc, inArray, isNull, or } from "drizzle-orm";
import { db } from "@/db/client";
import { campaigns } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { MAX_USER_CAMPAIGNS } from "./user-input";

export type AssignableCampaign = { id: number; name: string };

/** Campaigns that a person can be made a member of, by name: those that are not archived, and those that they have already. Admins only. */
export async function listAssignableCampaigns({
  actor,
  chosenIds = [],
}: {
  actor: Actor;
  chosenIds?: number[];
}): Promise<AssignableCampaign[]> {
  requireAdmin(actor);
  return db
    .select({ id: campaigns.id, name: campaigns.name })
    .from(campaigns)
    .where(or(isNull(campaigns.archivedAt), chosenIds.length > 0 ? inArray(campaigns.id, chosenIds) : undefined))
    .orderBy(asc(campaigns.name), asc(campaigns.id))
    .limit(MAX_USER_CAMPAIGNS);
}
