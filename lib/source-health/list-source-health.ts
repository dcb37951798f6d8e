import { sqlClient } from "@/db/client";
import type { Source, SourceAlarmKind } from "@/db/enums";
import type { Viewer } from "@/lib/auth/viewer";
import { canSeeReception } from "@/lib/calls/can-see-reception";
import { env } from "@/lib/env";
import { dayOfEvents } from "./day-of-events";
import { findLastEvents } from "./find-last-events";
import { findRhythms } from "./find-rhythms";
import { firstHourOfDay } from "./first-hour-of-day";
import { readHours } from "./read-hours";
import { SOURCE_HEALTH_STATES, type SourceHealthState, sourceHealthState } from "./source-health-state";

/** A campaign's source in a row. `since` is when the worst thing went wrong; null when nothing is. `usualUntilNow` null: no rhythm yet. */
export type SourceHealthItem = {
  campaignId: number;
  name: string;
  source: Source | null;
  timeZone: string | null;
  state: SourceHealthState;
  since: Date | null;
  lastEventAt: Date | null;
  eventsToday: number;
  usualUntilNow: number | null;
};

/** The worst sources, and how many of all are in each state. */
export type SourceHealthList = { items: SourceHealthItem[]; counts: Record<SourceHealthState, number>; total: number };

type ListSourceHealthInput = { viewer: Viewer; limit: number; now?: Date };

/**
 * The sources of campaigns for calls that are not archived, worst first and of equals the newest campaign: of all campaigns for admins, of
 * their own for supervisors. Nothing for others, who may not see how calls are received.
 */
export async function listSourceHealth({ viewer, limit, now = new Date() }: ListSourceHealthInput): Promise<SourceHealthList> {
  const found = canSeeReception(viewer) ? await readStates(viewer) : [];
  const counts = { silent: 0, refused: 0, recordings_stuck: 0, without_source: 0, waiting: 0, healthy: 0 };
  for (const { state } of found) counts[state] += 1;
  const chosen = found
    .toSorted((a, b) => SOURCE_HEALTH_STATES.indexOf(a.state) - SOURCE_HEALTH_STATES.indexOf(b.state) || b.campaignId - a.campaignId)
    .slice(0, limit)
    .map((item) => ({ ...item, id: item.campaignId, zone: item.timeZone ?? env.TIME_ZONE }));
  const [lastEvents, hours, rhythms] = await Promise.all([
    findLastEvents({ campaignIds: chosen.map(({ id }) => id) }),
    readHours({ campaigns: chosen.map(({ id, zone }) => ({ id, from: firstHourOfDay({ now, timeZone: zone }) })), now }),
    findRhythms({ campaigns: chosen.map(({ id, zone }) => ({ id, timeZone: zone })), now }),
  ]);
  const items = chosen.map(({ id, zone, ...item }) => {
    const day = dayOfEvents({ hours: hours.get(id) ?? [], rhythm: rhythms.get(id), timeZone: zone, now });
    return { ...item, lastEventAt: lastEvents.get(id) ?? null, eventsToday: day.events, usualUntilNow: day.usualUntilNow };
  });
  return { items, counts, total: found.length };
}

type State = Pick<SourceHealthItem, "campaignId" | "name" | "source" | "timeZone" | "state" | "since">;
type Row = Omit<State, "state"> & { hasEvent: boolean; alarms: SourceAlarmKind[] };

async function readStates({ role, campaignIds }: Viewer): Promise<State[]> {
  const rows = await sqlClient<Row[]>`
    select c.id as "campaignId", c.name, s.source, c.time_zone as "timeZone",
      exists (select from deliveries d where d.campaign_id = c.id) as "hasEvent",
      coalesce(wrong.kinds, '{}') as alarms, wrong.since
    from campaigns c
    left join campaign_sources s on s.campaign_id = c.id
    left join lateral (
      select array_agg(kind::text order by kind) as kinds, (array_agg(since order by kind))[1] as since
      from source_alarms a where a.campaign_id = c.id
    ) as wrong on true
    where c.archived_at is null and c.channel = 'calls' and (${role === "admin"} or c.id = any(${campaignIds}::int[]))`;
  return rows.map(({ hasEvent, alarms, ...row }) => ({ ...row, state: sourceHealthState({ source: row.source, hasEvent, alarms }) }));
}
