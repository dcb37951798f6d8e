import { sqlClient } from "@/db/client";
import type { Viewer } from "@/lib/auth/viewer";
import { visibleOutcomeCampaigns } from "./outcome-access";

/** Whether there is any call with an outcome that the viewer may see. */
export async function hasOutcomes({ viewer }: { viewer: Viewer }): Promise<boolean> {
  const { role, operatorId } = viewer;
  const [row] =
    role === "agent"
      ? await sqlClient<{ isThere: boolean }[]>`
          select exists (select from calls c join call_outcomes o on o.call_id = c.id where c.operator_id = ${operatorId}) as "isThere"`
      : await sqlClient<{ isThere: boolean }[]>`
          select exists (select from call_outcomes
            where campaign_id = any(${await visibleOutcomeCampaigns(sqlClient, viewer)}::int[])) as "isThere"`;
  return row?.isThere ?? false;
}
