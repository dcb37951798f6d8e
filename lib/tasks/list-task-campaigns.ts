import { asc, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { campaigns } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";

export type TaskCampaign = { id: number; name: string };

/** Campaigns that the viewer can narrow the list of tasks to, by name, archived ones included. Agents have none: they see their own calls. */
export async function listTaskCampaigns({ viewer: { role, campaignIds } }: { viewer: Viewer }): Promise<TaskCampaign[]> {
  if (role === "agent" || (role !== "admin" && campaignIds.length === 0)) return [];
  return db
    .select({ id: campaigns.id, name: campaigns.name })
    .from(campaigns)
    .where(role === "admin" ? undefined : inArray(campaigns.id, campaignIds))
    .orderBy(asc(campaigns.name), asc(campaigns.id))
    .limit(500);
}
