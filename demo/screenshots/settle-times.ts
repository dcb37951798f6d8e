import { sqlClient } from "@/db/client";

type SettleTimesInput = { now: Date; recordingOrigin: string; shownOrigin: string };

/**
 * Puts what was just made where it belongs in the story: events at the end of their calls, people and keys weeks ago. What chance gave, the
 * ends of keys and the port of the recordings, is made the same in every run.
 */
export async function settleTimes({ now, recordingOrigin, shownOrigin }: SettleTimesInput): Promise<void> {
  await sqlClient.begin(async (transaction) => {
    // An event that made no call is known by the key of the call that another event made.
    await transaction`
      update deliveries set received_at = coalesce(
        (select started_at + (case deliveries.event_kind when 'START' then 1 else duration_seconds + 2 end) * interval '1 second' from calls
          where calls.id = coalesce(deliveries.call_id,
            (select call_id from deliveries siblings where siblings.call_key = deliveries.call_key and call_id is not null limit 1))),
        ${now}::timestamptz - interval '50 minutes')`;
    await transaction`
      update recording_attempts set duration_ms = 184, url = replace(url, ${recordingOrigin}, ${shownOrigin}),
        started_at = ended.at + interval '3 seconds',
        next_attempt_at = case when next_attempt_at is not null then ended.at + interval '1 hour 3 seconds' end
      from (select id, started_at + duration_seconds * interval '1 second' as at from calls) as ended where ended.id = recording_attempts.call_id`;
    await transaction`
      update calls set recording_url = replace(recording_url, ${recordingOrigin}, ${shownOrigin}),
        created_at = started_at + duration_seconds * interval '1 second', updated_at = started_at + duration_seconds * interval '1 second',
        next_attempt_at = case when next_attempt_at is not null then started_at + (duration_seconds + 3603) * interval '1 second' end
      where external_id like 'pbx-%' or source = 'aria'`;
    await transaction`
      update tasks set created_at = calls.started_at + (calls.duration_seconds + 5) * interval '1 second' from calls
      where calls.id = tasks.call_id and (external_id like 'pbx-%' or calls.source = 'aria')`;
    await transaction`
      update deliveries set raw = convert_to(replace(convert_from(raw, 'utf8'), ${recordingOrigin}, ${shownOrigin}), 'utf8')`;
    const before = (table: string, days: number) =>
      transaction.unsafe(
        `update ${table} set created_at = $1::timestamptz - interval '${days} days' + place * interval '26 hours 7 minutes'
         from (select id as numbered, row_number() over (order by id) as place from ${table}) as places where numbered = id`,
        [now],
      );
    for (const [table, days] of [
      ["campaigns", 64],
      ["users", 63],
      ["operators", 58],
      ["api_keys", 60],
    ] as const)
      await before(table, days);
    await transaction`
      update connection_campaigns set created_at = ${now}::timestamptz - place * interval '3 days 4 hours 11 minutes'
      from (select external_id as numbered, row_number() over (order by external_id) as place from connection_campaigns) as places
      where numbered = external_id`;
    await transaction`update users set last_signed_in_at = ${now}::timestamptz - interval '3 hours' where role <> 'agent'`;
    await transaction`update api_keys set last_used_at = ${now}::timestamptz - interval '4 minutes' where last_used_at is not null`;
    await transaction`
      update api_keys set last4 = ends.last4 from (values ('Anura', 'k7Qx'), ('Anura, second office', 'R2vd'), ('Reports', '9bTn'),
        ('Ringba, main account', 't4Ka'), ('Retreaver', 'm8Wd')) as ends (name, last4)
      where ends.name = api_keys.name`;
  });
}
