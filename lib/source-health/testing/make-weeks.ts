import { sqlClient } from "@/db/client";
import { HOUR_MS } from "../hour-of-week";
import { noteWatch } from "../note-watch";
import { writeRollUpPosition } from "../roll-up-position";

type MakeWeeksInput = { campaignId: number; perHour: number; until: Date; weeks?: number };

/** A past for a campaign, for tests: so many accepted events in each hour before `until`, heard by an installation that was on all the time. */
export async function makeWeeks({ campaignId, perHour, until, weeks = 6 }: MakeWeeksInput): Promise<void> {
  const end = new Date(Math.floor(until.getTime() / HOUR_MS) * HOUR_MS);
  const start = new Date(end.getTime() - weeks * 7 * 24 * HOUR_MS);
  await sqlClient`
    insert into delivery_hours (campaign_id, hour, accepted, duplicate, ignored, refused)
    select ${campaignId}, hour, ${perHour}, 0, 0, 0
    from generate_series(${start}::timestamptz, ${new Date(end.getTime() - HOUR_MS)}::timestamptz, interval '1 hour') as hour`;
  await writeRollUpPosition(sqlClient, end);
  await noteWatch({ now: until });
  await sqlClient`update installation_settings set value = value || jsonb_build_object('since', ${start.toISOString()}::text) where name = 'sources_watched'`;
}
