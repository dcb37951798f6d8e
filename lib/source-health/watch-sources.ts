import type { TransactionSql } from "postgres";
import { ADVISORY_LOCKS } from "@/db/advisory-locks";
import { sqlClient } from "@/db/client";
import type { SourceAlarmKind } from "@/db/enums";
import { findRhythms } from "./find-rhythms";
import { judgeRecordings } from "./judge-recordings";
import { judgeRefusals } from "./judge-refusals";
import { judgeSilence, MIN_SILENCE_MS } from "./judge-silence";
import type { Rhythm } from "./learn-rhythm";
import { noteWatch } from "./note-watch";
import { readWatchedSources, type WatchedSource } from "./read-watched-sources";

type Alarm = { campaignId: number; kind: SourceAlarmKind; since: Date; evidence: Record<string, number> };

/** How many alarms are new, and how many are over. */
export type WatchedSources = { raised: number; cleared: number };

/**
 * Looks at the source of every campaign that is not archived, and makes source_alarms say what is wrong at this moment. Pages hear of each
 * campaign whose alarms changed. Idempotent. `now` is the moment of the look.
 */
export async function watchSources({ now = new Date() }: { now?: Date } = {}): Promise<WatchedSources> {
  const [watchedSince, sources] = await Promise.all([noteWatch({ now }), readWatchedSources({ now })]);
  const quiet = sources.filter(({ lastEventAt }) => lastEventAt !== null && now.getTime() - lastEventAt.getTime() >= MIN_SILENCE_MS);
  const rhythms = await findRhythms({ campaigns: quiet.map(({ campaignId, timeZone }) => ({ id: campaignId, timeZone })), now });
  const alarms = sources.flatMap((source) => [
    ...silenceOf(source, rhythms.get(source.campaignId), watchedSince, now),
    ...refusalsOf(source),
    ...recordingsOf(source),
  ]);
  return sqlClient.begin((transaction) => writeAlarms(transaction, alarms, now));
}

function silenceOf(
  { campaignId, timeZone, lastEventAt }: WatchedSource,
  rhythm: Rhythm | undefined,
  watchedSince: Date,
  now: Date,
): Alarm[] {
  if (lastEventAt === null || rhythm === undefined) return [];
  const from = new Date(Math.max(lastEventAt.getTime(), watchedSince.getTime()));
  const { expected, isAlarm } = judgeSilence({ rhythm, timeZone, from, now });
  return isAlarm ? [{ campaignId, kind: "silent", since: lastEventAt, evidence: { expected: Math.round(expected) } }] : [];
}

function refusalsOf({ campaignId, recentCount, refusedCount, firstRefusedAt }: WatchedSource): Alarm[] {
  if (firstRefusedAt === null || !judgeRefusals({ recentCount, refusedCount })) return [];
  return [{ campaignId, kind: "refused", since: firstRefusedAt, evidence: { refused: refusedCount, recent: recentCount } }];
}

function recordingsOf({ campaignId, ...facts }: WatchedSource): Alarm[] {
  const since = facts.oldestLateAt ?? facts.firstUnavailableAt;
  if (since === null || !judgeRecordings(facts)) return [];
  return [{ campaignId, kind: "recordings_stuck", since, evidence: { late: facts.lateCount, unavailable: facts.unavailableCount } }];
}

/** An alarm keeps the time at which it began; a silence that was broken in between is a new one. */
async function writeAlarms(transaction: TransactionSql, alarms: Alarm[], now: Date): Promise<WatchedSources> {
  await transaction`select pg_advisory_xact_lock(${ADVISORY_LOCKS.sourceWatch})`;
  const wanted = JSON.stringify(alarms.map(({ campaignId, ...alarm }) => ({ campaign_id: campaignId, ...alarm })));
  const cleared = await transaction<{ campaignId: number }[]>`
    delete from source_alarms a where not exists (
      select from json_to_recordset(${wanted}::text::json) as w(campaign_id int, kind source_alarm_kind, since timestamptz)
      where w.campaign_id = a.campaign_id and w.kind = a.kind and (a.kind <> 'silent' or w.since = a.since))
    returning campaign_id as "campaignId"`;
  const written = await transaction<{ campaignId: number; isNew: boolean }[]>`
    insert into source_alarms as a (campaign_id, kind, since, evidence, created_at)
    select campaign_id, kind, since, evidence, ${now}
    from json_to_recordset(${wanted}::text::json) as w(campaign_id int, kind source_alarm_kind, since timestamptz, evidence jsonb)
    on conflict (campaign_id, kind) do update set evidence = excluded.evidence where a.evidence <> excluded.evidence
    returning campaign_id as "campaignId", created_at = ${now} as "isNew"`;
  const raised = written.filter(({ isNew }) => isNew);
  const changed = new Set([...cleared, ...raised].map(({ campaignId }) => campaignId));
  if (changed.size > 0)
    await transaction`
      select pg_notify('source_alarms_changed', json_build_object('campaignId', id)::text) from unnest(${[...changed]}::int[]) as changed(id)`;
  return { raised: raised.length, cleared: cleared.length };
}
