import { fromDate, toCalendarDate } from "@internationalized/date";
import { sqlClient } from "@/db/client";
import { env } from "@/lib/env";

type CampaignActivity = { lastEventAt: Date | null; tasksToday: number };
type ListCampaignActivityInput = { campaigns: { id: number; timeZone: string | null }[]; now: Date };

/** The newest delivery of each campaign and its tasks since midnight in its own time zone: two index reads a campaign, whatever its history. */
export async function listCampaignActivity({ campaigns, now }: ListCampaignActivityInput): Promise<Map<number, CampaignActivity>> {
  if (campaigns.length === 0) return new Map();
  const ids = campaigns.map(({ id }) => id);
  const dayStarts = campaigns.map(({ timeZone }) => startOfDay(timeZone ?? env.TIME_ZONE, now).toISOString());
  const rows = await sqlClient<(CampaignActivity & { id: number })[]>`
    select wanted.id,
      (select max(received_at) from deliveries where deliveries.campaign_id = wanted.id) as "lastEventAt",
      (select count(*)::int from tasks where tasks.campaign_id = wanted.id and tasks.created_at >= wanted.day_start) as "tasksToday"
    from unnest(${ids}::int[], ${dayStarts}::timestamptz[]) as wanted(id, day_start)`;
  return new Map(rows.map(({ id, ...activity }) => [id, activity]));
}

function startOfDay(timeZone: string, now: Date): Date {
  return toCalendarDate(fromDate(now, timeZone)).toDate(timeZone);
}
