import { sqlClient } from "@/db/client";

/** True when a connection that is not disabled and has a good key brings calls to a campaign. Knows no viewer. */
export async function hasUsableConnection({ campaignId }: { campaignId: number }): Promise<boolean> {
  const [row] = await sqlClient<{ isThere: boolean }[]>`
    select exists(
      select from connections c
      where c.disabled_at is null
        and (c.campaign_id = ${campaignId}
          or exists(select from connection_campaigns m where m.connection_id = c.id and m.campaign_id = ${campaignId}))
        and exists(select from api_keys k where k.connection_id = c.id and (k.ends_at is null or k.ends_at > now()))
    ) as "isThere"`;
  return row?.isThere ?? false;
}
