import { ADVISORY_LOCKS } from "@/db/advisory-locks";
import { sqlClient } from "@/db/client";
import { OUTCOME_ZONE_SETTING, readOutcomeZone } from "./outcome-zone";

/**
 * Has days of outcomes begin and end in a time zone. If they did not, all sums are taken away and every day is marked: until they are made
 * anew, reports read calls. Whoever writes outcomes waits for it, once.
 */
export async function settleOutcomeZone({ timeZone }: { timeZone: string }): Promise<void> {
  if ((await readOutcomeZone(sqlClient)) === timeZone) return;
  await sqlClient.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(${ADVISORY_LOCKS.outcomeZone})`;
    if ((await readOutcomeZone(transaction)) === timeZone) return;
    // Deleted, not truncated: a report that has begun goes on to see what there was.
    await transaction`delete from outcome_sums`;
    await transaction`delete from outcome_combinations`;
    await transaction`delete from outcome_stale_months`;
    await transaction`delete from outcome_marks`;
    await transaction`
      insert into outcome_marks (campaign_id, day)
      select distinct campaign_id, (started_at at time zone ${timeZone})::date from call_outcomes`;
    await transaction`
      insert into installation_settings (name, value) values (${OUTCOME_ZONE_SETTING}, to_jsonb(${timeZone}::text))
      on conflict (name) do update set value = excluded.value, updated_at = now()`;
  });
}
