import { sqlClient } from "@/db/client";
import type { Source, Verdict } from "@/db/enums";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Viewer } from "@/lib/auth/viewer";

/** One event as the set-up of a source shows it; `problemPaths` are the fields that were wrong, as the platform calls them. */
export type SetUpDelivery = {
  id: string;
  receivedAt: Date;
  verdict: Verdict;
  reason: string;
  eventKind: string;
  /** Null when no campaign number could be read in the delivery. */
  campaignId: number | null;
  problemPaths: string[];
};

type ListSetUpDeliveriesInput = { viewer: Viewer; campaignId: number; source: Source; limit?: number };

/**
 * The newest deliveries of a campaign for whoever sets its source up, newest first, together with those of the last quarter of an hour that
 * name no campaign at all: what a body with a mistake looks like. However many of those there are, the campaign's newest is among them.
 * Admins only; two index reads, whatever the log's size.
 */
export async function listSetUpDeliveries({ viewer, campaignId, source, limit = 5 }: ListSetUpDeliveriesInput): Promise<SetUpDelivery[]> {
  requireAdmin(viewer);
  return sqlClient<SetUpDelivery[]>`
    select id, received_at as "receivedAt", verdict, reason, event_kind as "eventKind", campaign_id as "campaignId",
      array(select distinct problem ->> 'path' from jsonb_array_elements(problems) as problem) as "problemPaths"
    from (
      (select * from deliveries where campaign_id = ${campaignId} order by received_at desc, id desc limit ${limit})
      union all
      (select * from deliveries where campaign_id is null and source = ${source} and received_at > now() - interval '15 minutes'
        order by received_at desc, id desc limit ${limit - 1})
    ) as latest
    order by received_at desc, id desc limit ${limit}`;
}
