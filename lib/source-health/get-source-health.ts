import { sqlClient } from "@/db/client";
import type { Source } from "@/db/enums";
import type { Viewer } from "@/lib/auth/viewer";
import { canSeeReception } from "@/lib/calls/can-see-reception";
import { campaignNotFound } from "@/lib/campaigns/campaign-access";
import { getCampaign } from "@/lib/campaigns/get-campaign";
import { env } from "@/lib/env";
import { type DayOfEvents, dayOfEvents } from "./day-of-events";
import { findLastEvents } from "./find-last-events";
import { findRhythms } from "./find-rhythms";
import { firstHourOfDay } from "./first-hour-of-day";
import { HOUR_MS } from "./hour-of-week";
import { listSourceAlarms, type SourceAlarm } from "./list-source-alarms";
import { type HourOfDeliveries, readHours } from "./read-hours";
import { type SourceHealthState, sourceHealthState } from "./source-health-state";

const WEEK_MS = 7 * 24 * HOUR_MS;
/** Deliveries of today among which the usual reason of a refusal is looked for, newest first. */
const EXAMINED_DELIVERIES = 1000;

/** How a campaign's source does. Rates run from 0 to 1 and are null while nothing came. */
export type SourceHealth = {
  state: SourceHealthState;
  source: Source | null;
  timeZone: string;
  lastEventAt: Date | null;
  today: DayOfEvents;
  /** Share of events that were not refused. */
  successToday: number | null;
  successThisWeek: number | null;
  refusedToday: number;
  /** Code of the most frequent reason among the latest refusals of today; null when nothing was refused. */
  refusedReason: string | null;
  waitingRecordings: number;
  /** When the call was announced whose recording has waited longest. */
  oldestWaitingAt: Date | null;
  /** Recordings that were given up within the last seven days. */
  unavailableRecordings: number;
  alarms: SourceAlarm[];
};

type GetSourceHealthInput = { viewer: Viewer; campaignId: number; now?: Date };

/** The health of one campaign's source. Not found for a campaign that is missing, and for those who may not see how its calls are received. */
export async function getSourceHealth({ viewer, campaignId, now = new Date() }: GetSourceHealthInput): Promise<SourceHealth> {
  if (!canSeeReception(viewer)) throw campaignNotFound(campaignId);
  const campaign = await getCampaign({ viewer, id: campaignId });
  const timeZone = campaign.timeZone ?? env.TIME_ZONE;
  const dayStart = firstHourOfDay({ now, timeZone });
  const weekStart = new Date(Math.floor((now.getTime() - WEEK_MS) / HOUR_MS) * HOUR_MS);
  const [lastEvents, hours, rhythms, refusedReason, recordings, alarms] = await Promise.all([
    findLastEvents({ campaignIds: [campaignId] }),
    readHours({ campaigns: [{ id: campaignId, from: weekStart }], now }),
    findRhythms({ campaigns: [{ id: campaignId, timeZone }], now }),
    findRefusedReason(campaignId, dayStart),
    countRecordings(campaignId, weekStart),
    listSourceAlarms({ viewer, campaignIds: [campaignId] }),
  ]);
  const week = hours.get(campaignId) ?? [];
  const today = week.filter(({ hour }) => hour * HOUR_MS >= dayStart.getTime());
  const lastEventAt = lastEvents.get(campaignId) ?? null;
  return {
    state: sourceHealthState({ source: campaign.source, hasEvent: lastEventAt !== null, alarms: alarms.map(({ kind }) => kind) }),
    source: campaign.source,
    timeZone,
    lastEventAt,
    today: dayOfEvents({ hours: today, rhythm: rhythms.get(campaignId), timeZone, now }),
    successToday: successOf(today),
    successThisWeek: successOf(week),
    refusedToday: today.reduce((sum, { refused }) => sum + refused, 0),
    refusedReason,
    ...recordings,
    alarms,
  };
}

function successOf(hours: HourOfDeliveries[]): number | null {
  const sums = { taken: 0, refused: 0 };
  for (const { accepted, duplicate, ignored, refused } of hours) {
    sums.taken += accepted + duplicate + ignored;
    sums.refused += refused;
  }
  return sums.taken + sums.refused === 0 ? null : sums.taken / (sums.taken + sums.refused);
}

async function findRefusedReason(campaignId: number, dayStart: Date): Promise<string | null> {
  const [row] = await sqlClient<{ reason: string }[]>`
    select reason from (
      select reason, verdict, replay_of from deliveries where campaign_id = ${campaignId} and received_at >= ${dayStart}
      order by received_at desc limit ${EXAMINED_DELIVERIES}) as latest
    where verdict = 'refused' and replay_of is null group by reason order by count(*) desc, reason limit 1`;
  return row?.reason ?? null;
}

type RecordingCounts = Pick<SourceHealth, "waitingRecordings" | "oldestWaitingAt" | "unavailableRecordings">;

async function countRecordings(campaignId: number, since: Date): Promise<RecordingCounts> {
  const [row] = await sqlClient<RecordingCounts[]>`
    select
      (select count(*)::int from calls where campaign_id = ${campaignId} and recording_status = 'pending') as "waitingRecordings",
      (select created_at from calls where campaign_id = ${campaignId} and recording_status = 'pending' order by id limit 1) as "oldestWaitingAt",
      (select count(*)::int from calls
        where campaign_id = ${campaignId} and recording_status = 'unavailable' and updated_at >= ${since}) as "unavailableRecordings"`;
  return row ?? { waitingRecordings: 0, oldestWaitingAt: null, unavailableRecordings: 0 };
}
