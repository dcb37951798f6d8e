import { LRUCache } from "lru-cache";
import { sqlClient } from "@/db/client";
import { HOUR_MS } from "./hour-of-week";
import { LEARNED_HOURS, learnRhythm, type Rhythm } from "./learn-rhythm";
import { readRollUpPosition } from "./roll-up-position";

type FindRhythmsInput = { campaigns: { id: number; timeZone: string }[]; now: Date };

/** An hour of the week comes once a week, so what was learned stays good for a while. */
const KEPT_MS = 6 * HOUR_MS;
/** Campaigns whose weeks are read together. */
const BATCH = 50;

const holder = globalThis as typeof globalThis & { auditoriaRhythms?: LRUCache<string, Rhythm> };

/** The rhythms of campaigns in their own time zones, by campaign; those that have none yet are missing. Learned again every few hours. */
export async function findRhythms({ campaigns, now }: FindRhythmsInput): Promise<Map<number, Rhythm>> {
  holder.auditoriaRhythms ??= new LRUCache<string, Rhythm>({ max: 10_000, ttl: KEPT_MS });
  const cache = holder.auditoriaRhythms;
  const found = new Map<number, Rhythm>();
  const unknown = campaigns.filter(({ id, timeZone }) => {
    const rhythm = cache.get(`${id} ${timeZone}`);
    if (rhythm) found.set(id, rhythm);
    return rhythm === undefined;
  });
  if (unknown.length === 0) return found;
  const position = await readRollUpPosition(sqlClient);
  if (position === null) return found;
  const until = Math.floor(Math.min(position.getTime(), now.getTime()) / HOUR_MS);
  for (let start = 0; start < unknown.length; start += BATCH) {
    const batch = unknown.slice(start, start + BATCH);
    const weeks = await readWeeks(
      batch.map(({ id }) => id),
      until,
    );
    for (const { id, timeZone } of batch) {
      const rhythm = learnRhythm({ events: weeks.get(id) ?? new Map(), until, timeZone });
      if (rhythm === null) continue;
      found.set(id, rhythm);
      cache.set(`${id} ${timeZone}`, rhythm);
    }
  }
  return found;
}

async function readWeeks(campaignIds: number[], until: number): Promise<Map<number, Map<number, number>>> {
  const rows = await sqlClient<{ id: number; hours: number[]; counts: number[] }[]>`
    select campaign_id as id, array_agg((extract(epoch from hour) / 3600)::int) as hours,
      array_agg(accepted + duplicate + ignored + refused) as counts
    from delivery_hours
    where campaign_id = any(${campaignIds}::int[])
      and hour >= ${new Date((until - LEARNED_HOURS) * HOUR_MS)} and hour < ${new Date(until * HOUR_MS)}
    group by campaign_id`;
  return new Map(rows.map(({ id, hours, counts }) => [id, new Map(hours.map((hour, index) => [hour, counts[index] ?? 0]))]));
}
