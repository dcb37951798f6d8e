import { sqlClient } from "@/db/client";
import type { SourceAlarmKind } from "@/db/enums";
import { pendingMigrations } from "@/db/pending-migrations";
import type { Finding } from "./finding";

const SENTENCES: Record<SourceAlarmKind, string> = {
  silent: "is silent",
  refused: "is mostly refused",
  recordings_stuck: "gets no recordings",
};
const NAMED_ALARMS = 5;

type Alarm = { campaignId: number; kind: SourceAlarmKind; since: Date };

/** What is wrong with campaigns' sources now, as the durable function that looks each minute last saw it. */
export async function checkSources(): Promise<Finding> {
  const name = "Sources";
  if ((await pendingMigrations()).length > 0)
    return { name, status: "warning", message: "Not looked at: the database waits for its schema." };
  const alarms = await sqlClient<Alarm[]>`
    select a.campaign_id as "campaignId", a.kind, a.since from source_alarms a join campaigns c on c.id = a.campaign_id
    where c.archived_at is null order by a.since, a.campaign_id, a.kind`;
  if (alarms.length === 0) return { name, status: "ok", message: "No source of a campaign is silent, refused or without recordings." };
  const named = alarms
    .slice(0, NAMED_ALARMS)
    .map(({ campaignId, kind, since }) => `campaign ${campaignId} ${SENTENCES[kind]} since ${since.toISOString()}`);
  const others = alarms.length > NAMED_ALARMS ? `, and ${alarms.length - NAMED_ALARMS} more` : "";
  return { name, status: "warning", message: `${named.join(", ")}${others}: see the health of the campaign.` };
}
