import { sqlClient } from "@/db/client";
import type { Viewer } from "@/lib/auth/viewer";

/** Campaigns with outcomes that a viewer can narrow a report to, by name. Agents have none: they see their own calls. */
export async function listOutcomeCampaigns({ viewer }: { viewer: Viewer }): Promise<{ id: number; name: string }[]> {
  const { role, campaignIds } = viewer;
  if (role === "agent") return [];
  const rows = await sqlClient<{ id: number; name: string }[]>`
    select c.id, c.name from campaigns c
    where (${role === "admin"} or c.id = any(${campaignIds}::int[])) and exists (select from call_outcomes o where o.campaign_id = c.id)
    order by c.name, c.id limit 500`;
  return [...rows];
}
