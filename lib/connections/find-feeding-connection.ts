import { sqlClient } from "@/db/client";

/** A way into a campaign: a connection, and what the platform's campaign_id must be for its calls to go there; empty where none is needed. */
export type FeedingConnection = { publicId: string; timeZone: string | null; externalId: string };

/** The oldest connection that is not disabled and whose calls can go to a campaign; null when there is none. Knows no viewer. */
export async function findFeedingConnection(campaignId: number): Promise<FeedingConnection | null> {
  const [found] = await sqlClient<FeedingConnection[]>`
    select c.public_id as "publicId", c.time_zone as "timeZone", coalesce(m.external_id, '') as "externalId"
    from connections c
    left join lateral (
      select external_id from connection_campaigns where connection_id = c.id and campaign_id = ${campaignId} order by external_id limit 1
    ) m on c.campaign_id is distinct from ${campaignId}
    where c.disabled_at is null and (c.campaign_id = ${campaignId} or m.external_id is not null)
    order by c.campaign_id is distinct from ${campaignId}, c.id limit 1`;
  return found ?? null;
}
