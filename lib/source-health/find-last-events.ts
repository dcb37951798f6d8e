import { sqlClient } from "@/db/client";

/** Deliveries of a campaign among which its last event is looked for. */
const RECENT_DELIVERIES = 50;

/** When each campaign's source last sent something, whatever came of it; replays are no events. To the hour where only those came lately. */
export async function findLastEvents({ campaignIds }: { campaignIds: number[] }): Promise<Map<number, Date>> {
  if (campaignIds.length === 0) return new Map();
  const rows = await sqlClient<{ id: number; at: Date | null }[]>`
    select wanted.id, coalesce(
      (select max(received_at) from (
        select received_at, replay_of from deliveries d where d.campaign_id = wanted.id order by received_at desc limit ${RECENT_DELIVERIES}
      ) as newest where replay_of is null),
      (select max(hour) + interval '1 hour' from delivery_hours h where h.campaign_id = wanted.id)) as at
    from unnest(${campaignIds}::int[]) as wanted(id)`;
  return new Map(rows.flatMap(({ id, at }) => (at === null ? [] : [[id, at] as const])));
}
