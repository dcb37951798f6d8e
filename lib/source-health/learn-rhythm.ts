import { HOURS_OF_WEEK, hourOfWeek } from "./hour-of-week";

/** Usual number of events in each hour of the local week, from Sunday at midnight on. */
export type Rhythm = number[];

/** How far back a rhythm is learned from: each hour of the week counts six times. */
export const LEARNED_HOURS = 6 * HOURS_OF_WEEK;
/** A campaign that is younger has no rhythm. */
export const MIN_HISTORY_HOURS = 3 * 24;
/** From so many weeks on, an hour of the week speaks for itself. */
const ENOUGH_SAMPLES = 3;

type LearnRhythmInput = {
  /** Events by hour, counted in whole hours since 1970. An hour that is missing had none. */
  events: ReadonlyMap<number, number>;
  /** The first hour that is not told of. */
  until: number;
  timeZone: string;
};

/**
 * A source's usual week, learned from up to six weeks of finished hours; null when its history is shorter than three days. Of each hour's
 * counts the highest and the lowest are left out, so that a holiday or a flood changes nothing. While there are too few weeks, workdays
 * speak for each other, and the lower figure holds.
 */
export function learnRhythm({ events, until, timeZone }: LearnRhythmInput): Rhythm | null {
  const start = firstHourOf(events, until);
  if (start === null || until - start < MIN_HISTORY_HOURS) return null;
  const samples: number[][] = Array.from({ length: HOURS_OF_WEEK }, () => []);
  for (let hour = start; hour < until; hour++) samples[hourOfWeek({ hour, timeZone })]?.push(events.get(hour) ?? 0);
  return samples.map((own, slot) => {
    const usual = trimmedMean(own);
    if (own.length >= ENOUGH_SAMPLES || !isWorkday(slot)) return usual ?? 0;
    const ofWorkdays = trimmedMean(samples.filter((_, other) => isWorkday(other) && other % 24 === slot % 24).flat());
    return Math.min(usual ?? Number.POSITIVE_INFINITY, ofWorkdays ?? 0);
  });
}

function firstHourOf(events: ReadonlyMap<number, number>, until: number): number | null {
  let first: number | null = null;
  for (const [hour, count] of events) {
    if (hour >= until - LEARNED_HOURS && hour < until && count > 0 && (first === null || hour < first)) first = hour;
  }
  return first;
}

/** Monday to Friday. */
function isWorkday(slot: number): boolean {
  return slot >= 24 && slot < 6 * 24;
}

/** Mean without the highest and lowest quarter, from three figures on; null of none. */
function trimmedMean(figures: number[]): number | null {
  if (figures.length === 0) return null;
  // Rounded up: where clocks are put back, one holiday holds the same hour of the week twice.
  const cut = figures.length < 3 ? 0 : Math.ceil(figures.length / 4);
  const kept = figures.toSorted((a, b) => a - b).slice(cut, figures.length - cut);
  return kept.reduce((sum, figure) => sum + figure, 0) / kept.length;
}
