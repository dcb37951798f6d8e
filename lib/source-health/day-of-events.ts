import { expectedEvents } from "./expected-events";
import { firstHourOfDay } from "./first-hour-of-day";
import { HOUR_MS, hourOfWeek } from "./hour-of-week";
import type { Rhythm } from "./learn-rhythm";
import type { HourOfDeliveries } from "./read-hours";

/** An hour of the local day, 0 to 23. `usual` is null without a rhythm; `isAhead` for hours that have not begun. */
export type HourOfDay = { hour: number; events: number; usual: number | null; isAhead: boolean };
/** What came today, beside what usually has come by this time. */
export type DayOfEvents = { hours: HourOfDay[]; events: number; usualUntilNow: number | null };

type DayOfEventsInput = { hours: HourOfDeliveries[]; rhythm: Rhythm | undefined; timeZone: string; now: Date };

/** Today in a campaign's own time zone, hour by hour. An hour that the clocks repeat counts as one; one that they skip is empty. */
export function dayOfEvents({ hours, rhythm, timeZone, now }: DayOfEventsInput): DayOfEvents {
  const start = firstHourOfDay({ now, timeZone });
  // A day and a half later it is tomorrow, however long today is.
  const end = firstHourOfDay({ now: new Date(start.getTime() + 36 * HOUR_MS), timeZone });
  const day = Array.from({ length: 24 }, (_, hour): HourOfDay => ({ hour, events: 0, usual: rhythm ? 0 : null, isAhead: false }));
  const counts = new Map(hours.map((counted) => [counted.hour, allOf(counted)]));
  for (let hour = start.getTime() / HOUR_MS; hour < end.getTime() / HOUR_MS; hour++) {
    const slot = hourOfWeek({ hour, timeZone });
    const shown = day[slot % 24];
    if (!shown) continue;
    shown.events += counts.get(hour) ?? 0;
    if (rhythm) shown.usual = (shown.usual ?? 0) + (rhythm[slot] ?? 0);
    shown.isAhead = hour * HOUR_MS > now.getTime();
  }
  return {
    hours: day,
    events: day.reduce((sum, { events }) => sum + events, 0),
    usualUntilNow: rhythm ? expectedEvents({ rhythm, timeZone, from: start, to: now }) : null,
  };
}

/** Deliveries of every verdict. */
function allOf({ accepted, duplicate, ignored, refused }: HourOfDeliveries): number {
  return accepted + duplicate + ignored + refused;
}
