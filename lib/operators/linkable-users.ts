import { and, eq, exists, inArray, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { userCampaigns, users } from "@/db/schema";
import type { Actor } from "@/lib/auth/viewer";
import { canManageOperators } from "./operator-access";

/** The accounts that an actor may link an operator to, as a condition on `users`: agents, of a supervisor those who share a campaign. */
export function linkableUsers(actor: Actor): SQL | undefined {
  if (!canManageOperators(actor)) return sql`false`;
  const areAgents = eq(users.role, "agent");
  if (actor === "system" || actor.role === "admin") return areAgents;
  if (actor.campaignIds.length === 0) return sql`false`;
  const sharesCampaign = db
    .select({ one: sql`1` })
    .from(userCampaigns)
    .where(and(eq(userCampaigns.userId, users.id), inArray(userCampaigns.campaignId, actor.campaignIds)));
  return and(areAgents, exists(sharesCampaign));
}
