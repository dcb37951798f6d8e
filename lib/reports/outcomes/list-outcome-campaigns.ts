import { sqlClient } from "@/db/client";
import type { Viewer } from "@/lib/auth/viewer";

/** Campaigns that a viewer can narrow a report to, by name: theirs, and for agents those of calls that they took. */
export async function listOutcomeCampaigns({ viewer }: { viewer: Viewer }): Promise<{ id: number; name: string }[]> {
  const { role, campaignIds, operatorId } = viewer;
  const isVisible =
    role === "admin"
      ? sqlClient`true`
      : role === "agent"
        ? sqlClient`c.id in (select campaign_id from calls where operator_id = ${operatorId} and source = 'aria')`
        : sqlClient`c.id = any(${campaignIds}::int[])`;
  const rows = await sqlClient<{ id: number; name: string }[]>`
    select c.id, c.name from campaigns c
    where ${isVisible} and exists (select from call_outcomes o where o.campaign_id = c.id) order by c.name, c.id limit 500`;
  return [...rows];
}
