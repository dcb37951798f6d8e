import { startOfDay } from "@/lib/calls/start-of-day";
import { HOUR_MS } from "./hour-of-week";

/** The first whole hour of the local day, since deliveries are counted by whole hours of universal time. */
export function firstHourOfDay({ now, timeZone }: { now: Date; timeZone: string }): Date {
  return new Date(Math.ceil(startOfDay({ now, timeZone }).getTime() / HOUR_MS) * HOUR_MS);
}
