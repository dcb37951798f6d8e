import { sqlClient } from "@/db/client";

const SETTING = "sources_watched";
/** A longer time between two looks means that nobody was there, not even to take events. */
const LONGEST_GAP_MS = 10 * 60_000;

/**
 * Notes that somebody looks after the sources at this moment. Returns since when somebody does without a gap: an installation that was off
 * hears nothing, and must not hold it against the sources.
 */
export async function noteWatch({ now }: { now: Date }): Promise<Date> {
  const watch = JSON.stringify({ at: now.toISOString(), since: now.toISOString() });
  const [row] = await sqlClient<{ since: Date }[]>`
    insert into installation_settings as kept (name, value) values (${SETTING}, ${watch}::text::jsonb)
    on conflict (name) do update set updated_at = now(), value = case
      when (kept.value ->> 'at')::timestamptz < ${new Date(now.getTime() - LONGEST_GAP_MS)} then excluded.value
      else excluded.value || jsonb_build_object('since', kept.value ->> 'since') end
    returning (value ->> 'since')::timestamptz as since`;
  return row?.since ?? now;
}
