import { sqlClient } from "@/db/client";
import type { Verdict } from "@/db/enums";
import { HOUR_MS } from "./hour-of-week";
import { readRollUpPosition } from "./roll-up-position";

/** What a campaign got in one hour, which is counted in whole hours since 1970. */
export type HourOfDeliveries = { hour: number } & Record<Verdict, number>;

type ReadHoursInput = {
  /** `from` is the first moment that is told of; it begins an hour. */
  campaigns: { id: number; from: Date }[];
  now: Date;
};

/** What came for each campaign until now, hour by hour: finished hours as they were rolled up, the others counted. Replays are left out. */
export async function readHours({ campaigns, now }: ReadHoursInput): Promise<Map<number, HourOfDeliveries[]>> {
  const found = new Map<number, HourOfDeliveries[]>(campaigns.map(({ id }) => [id, []]));
  if (campaigns.length === 0) return found;
  const earliest = new Date(Math.min(...campaigns.map(({ from }) => from.getTime())));
  const position = (await readRollUpPosition(sqlClient)) ?? earliest;
  const countedFrom = position > earliest ? position : earliest;
  const ids = campaigns.map(({ id }) => id);
  const starts = campaigns.map(({ from }) => from.toISOString());
  const rows = await sqlClient<(HourOfDeliveries & { id: number })[]>`
    with wanted as (select * from unnest(${ids}::int[], ${starts}::timestamptz[]) as w(id, start)), hours as (
      select w.id, h.hour, h.accepted, h.duplicate, h.ignored, h.refused
      from wanted w join delivery_hours h on h.campaign_id = w.id and h.hour >= w.start and h.hour < ${position}
      union all
      select w.id, date_trunc('hour', d.received_at, 'UTC'),
        count(*) filter (where verdict = 'accepted')::int, count(*) filter (where verdict = 'duplicate')::int,
        count(*) filter (where verdict = 'ignored')::int, count(*) filter (where verdict = 'refused')::int
      from wanted w join deliveries d on d.campaign_id = w.id and d.received_at >= w.start
      where d.received_at >= ${countedFrom} and d.received_at <= ${now} and d.replay_of is null
      group by 1, 2
    )
    select id, (extract(epoch from hour) / ${HOUR_MS / 1000})::int as hour, accepted, duplicate, ignored, refused from hours order by id, hour`;
  for (const { id, ...hour } of rows) found.get(id)?.push(hour);
  return found;
}
