import type { Executor } from "./connect-engine";
import type { EngineEvent } from "./event";
import { indexKey } from "./index-key";
import { toJson } from "./json";

/** The channel that engines listen on. */
export const WAKE_CHANNEL = "auditoria_engine";

/** Puts events in the inbox and wakes the engines when the transaction commits. An event whose id was seen within a day is left out. */
export async function insertEvents(sql: Executor, events: EngineEvent[]): Promise<void> {
  const byKey = new Map<string, EngineEvent>();
  for (const event of events) {
    const key = `event:${indexKey(event.id)}`;
    if (!byKey.has(key)) byKey.set(key, event);
  }
  // Keys are inserted in one order by everybody: two senders of the same events wait for each other, but never both.
  await sql`
    with input as (
      select * from unnest(${[...byKey.keys()]}::text[], ${[...byKey.values()].map(toJson)}::text[]) with ordinality as input (key, event, position)
    ), fresh as (
      insert into engine.seen_keys (key) select key from input order by key on conflict do nothing returning key
    ), queued as (
      insert into engine.inbox (event) select event::json from input join fresh using (key) order by position returning 1
    )
    select pg_notify(${WAKE_CHANNEL}, '') from queued limit 1`;
}
