import { expectedEvents } from "./expected-events";
import type { Rhythm } from "./learn-rhythm";

/** However busy the line: a platform may take a moment to restart. */
export const MIN_SILENCE_MS = 5 * 60_000;
/** Beyond this nothing is learned from looking further back, and the loop stays short. */
const LONGEST_SILENCE_MS = 28 * 24 * 3_600_000;
/** Days differ: one at half its usual pace is no silence. */
const SLOWEST_PACE = 0.5;
/** How rarely a silence may come by chance: its own probability, and the number of such silences in a week. */
const MAX_PROBABILITY = 0.001;
const MAX_CHANCE_ALARMS_A_WEEK = 0.01;

type JudgeSilenceInput = {
  rhythm: Rhythm;
  timeZone: string;
  /** The last event; or, when nobody was there to take events until later, since when somebody is. */
  from: Date;
  now: Date;
};

/** `expected` events usually come in such a time. */
export type Silence = { expected: number; isAlarm: boolean };

/**
 * Whether a silence is too unlikely to be chance. Events come independently of each other at the usual pace, or at worst at half of it: a
 * silence in which n were to come then has the probability e^-n, and a week has as many chances for one as it has events.
 */
export function judgeSilence({ rhythm, timeZone, from, now }: JudgeSilenceInput): Silence {
  const start = new Date(Math.max(from.getTime(), now.getTime() - LONGEST_SILENCE_MS));
  const expected = expectedEvents({ rhythm, timeZone, from: start, to: now });
  const eventsAWeek = rhythm.reduce((sum, usual) => sum + usual, 0);
  const probability = Math.exp(-expected * SLOWEST_PACE);
  const isUnlikely = probability < MAX_PROBABILITY && probability * eventsAWeek < MAX_CHANCE_ALARMS_A_WEEK;
  return { expected, isAlarm: isUnlikely && now.getTime() - from.getTime() >= MIN_SILENCE_MS };
}
