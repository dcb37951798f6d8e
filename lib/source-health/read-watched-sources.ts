import { sqlClient } from "@/db/client";
import { env } from "@/lib/env";
import { HOUR_MS } from "./hour-of-week";

/** Deliveries of a campaign that are looked at, newest first. */
const RECENT_DELIVERIES = 50;
const DAY_MS = 24 * HOUR_MS;
/** From when on a recording that waits is late. */
const LATE_RECORDING_MS = HOUR_MS;
/** More late recordings of a campaign, and more given up by all, are not counted. */
const MAX_LATE = 200;
const MAX_UNAVAILABLE = 20_000;

/** What can be told of a source at a moment. Replays are left out: a person sends them. */
export type WatchedSource = {
  campaignId: number;
  timeZone: string;
  lastEventAt: Date | null;
  /** Of the newest deliveries, those of the last day. */
  recentCount: number;
  refusedCount: number;
  firstRefusedAt: Date | null;
  lateCount: number;
  oldestLateAt: Date | null;
  hasStoredSince: boolean;
  unavailableCount: number;
  firstUnavailableAt: Date | null;
  storedCount: number;
};

/**
 * The facts of each campaign that has a source and is not archived, in one statement whose work grows with campaigns and not with traffic:
 * a bounded number of index entries each. The last event of a source that was only replayed lately is told to the hour.
 */
export async function readWatchedSources({ now }: { now: Date }): Promise<WatchedSource[]> {
  const dayAgo = new Date(now.getTime() - DAY_MS);
  const rows = await sqlClient<(Omit<WatchedSource, "timeZone"> & { timeZone: string | null })[]>`
    with gone as (
      select campaign_id, count(*)::int as count, min(updated_at) as first_at from (
        select campaign_id, updated_at from calls where recording_status = 'unavailable' and updated_at > ${dayAgo} and updated_at <= ${now}
        order by updated_at desc, id desc limit ${MAX_UNAVAILABLE}) as newest
      group by campaign_id
    )
    select c.id as "campaignId", c.time_zone as "timeZone",
      coalesce(recent.last_at, (select max(hour) + interval '1 hour' from delivery_hours h where h.campaign_id = c.id)) as "lastEventAt",
      recent.count as "recentCount", recent.refused as "refusedCount", recent.first_refused_at as "firstRefusedAt",
      late.count as "lateCount", late.oldest_at as "oldestLateAt",
      coalesce(gone.count, 0) as "unavailableCount", gone.first_at as "firstUnavailableAt",
      late.count > 0 and exists (select from tasks t where t.campaign_id = c.id and t.created_at > late.oldest_at) as "hasStoredSince",
      case when late.count + coalesce(gone.count, 0) = 0 then 0 else (select count(*)::int from (
        select from tasks t where t.campaign_id = c.id and t.created_at > ${dayAgo}
        limit 4 * (late.count + coalesce(gone.count, 0)) + 1) as stored) end as "storedCount"
    from campaigns c
    join campaign_sources s on s.campaign_id = c.id
    left join gone on gone.campaign_id = c.id
    cross join lateral (
      select max(received_at) as last_at,
        count(*) filter (where received_at > ${dayAgo})::int as count,
        count(*) filter (where received_at > ${dayAgo} and verdict = 'refused')::int as refused,
        min(received_at) filter (where received_at > ${dayAgo} and verdict = 'refused') as first_refused_at
      from (select received_at, verdict, replay_of from deliveries d where d.campaign_id = c.id and received_at <= ${now}
        order by received_at desc limit ${RECENT_DELIVERIES}) as newest
      where replay_of is null
    ) as recent
    cross join lateral (
      select count(*)::int as count, min(created_at) as oldest_at
      from (select created_at from calls where calls.campaign_id = c.id and recording_status = 'pending' order by id limit ${MAX_LATE}) as oldest
      where created_at <= ${new Date(now.getTime() - LATE_RECORDING_MS)}
    ) as late
    where c.archived_at is null`;
  return rows.map(({ timeZone, ...facts }) => ({ ...facts, timeZone: timeZone ?? env.TIME_ZONE }));
}
