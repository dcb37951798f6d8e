import { fromAbsolute } from "@internationalized/date";
import { LRUCache } from "lru-cache";

export const HOURS_OF_WEEK = 7 * 24;
export const HOUR_MS = 3_600_000;

/** Asked for weeks of hours of each campaign, which share a few time zones. */
const known = new LRUCache<string, number>({ max: 50_000 });

/** Which hour of its local week an hour is, from 0 (Sunday, midnight) to 167. `hour` counts whole hours since 1970. */
export function hourOfWeek({ hour, timeZone }: { hour: number; timeZone: string }): number {
  const key = `${timeZone} ${hour}`;
  const found = known.get(key) ?? calculate(hour, timeZone);
  known.set(key, found);
  return found;
}

function calculate(hour: number, timeZone: string): number {
  const local = fromAbsolute(hour * HOUR_MS, timeZone);
  return new Date(Date.UTC(local.year, local.month - 1, local.day)).getUTCDay() * 24 + local.hour;
}
