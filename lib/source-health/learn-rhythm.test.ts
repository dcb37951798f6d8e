import fc from "fast-check";
import { expect, test } from "vitest";
import { HOUR_MS, HOURS_OF_WEEK, hourOfWeek } from "./hour-of-week";
import { LEARNED_HOURS, learnRhythm, MIN_HISTORY_HOURS } from "./learn-rhythm";

/** Zones with and without daylight saving on both halves of the earth, with half hours, and one that moves by half an hour. */
const ZONES = [
  "America/Argentina/Buenos_Aires",
  "America/Santiago",
  "America/New_York",
  "Europe/Madrid",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
];
const MOMENTS = { min: Date.UTC(2025, 0, 1) / HOUR_MS, max: Date.UTC(2027, 0, 1) / HOUR_MS };

const zone = fc.constantFrom(...ZONES);
const end = fc.integer(MOMENTS);
/** Each hour has some events, so that the history begins where the test says. */
const week = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: HOURS_OF_WEEK, maxLength: HOURS_OF_WEEK });

/** A history that follows a local week to the letter. */
function history(pattern: number[], timeZone: string, until: number, hours: number): Map<number, number> {
  const events = new Map<number, number>();
  for (let hour = until - hours; hour < until; hour++) events.set(hour, pattern[hourOfWeek({ hour, timeZone })] ?? 0);
  return events;
}

test("six weeks that follow one local week teach that week, also across a change of the clocks", () => {
  fc.assert(
    fc.property(week, zone, end, (pattern, timeZone, until) => {
      const rhythm = learnRhythm({ events: history(pattern, timeZone, until, LEARNED_HOURS), until, timeZone });
      expect(rhythm).toEqual(pattern);
    }),
    { numRuns: 40 },
  );
});

test("a holiday of any length up to a week, or a flood as long, changes nothing", () => {
  const disturbance = fc.record({
    start: fc.integer({ min: 0, max: LEARNED_HOURS - HOURS_OF_WEEK }),
    hours: fc.integer({ min: 1, max: HOURS_OF_WEEK - 2 }),
    count: fc.constantFrom(0, 100_000),
  });
  fc.assert(
    fc.property(week, zone, end, disturbance, (pattern, timeZone, until, { start, hours, count }) => {
      const events = history(pattern, timeZone, until, LEARNED_HOURS);
      const first = until - LEARNED_HOURS + start;
      // The first hour stays, since the history begins with it.
      for (let hour = Math.max(first, until - LEARNED_HOURS + 1); hour < first + hours; hour++) events.set(hour, count);
      expect(learnRhythm({ events, until, timeZone })).toEqual(pattern);
    }),
    { numRuns: 40 },
  );
});

test("a holiday over the night in which clocks are put back changes nothing, although it holds an hour of the week twice", () => {
  const pattern = Array.from({ length: HOURS_OF_WEEK }, () => 1);
  const until = 498_052;
  const events = history(pattern, "Europe/Madrid", until, LEARNED_HOURS);
  const first = until - LEARNED_HOURS + 834;
  for (let hour = first; hour < first + 148; hour++) events.set(hour, 0);
  expect(learnRhythm({ events, until, timeZone: "Europe/Madrid" })).toEqual(pattern);
});

test("less than three days teach nothing, and three days something", () => {
  fc.assert(
    fc.property(week, zone, end, fc.integer({ min: 0, max: MIN_HISTORY_HOURS - 1 }), (pattern, timeZone, until, hours) => {
      expect(learnRhythm({ events: history(pattern, timeZone, until, hours), until, timeZone })).toBeNull();
      expect(learnRhythm({ events: history(pattern, timeZone, until, MIN_HISTORY_HOURS), until, timeZone })).toHaveLength(HOURS_OF_WEEK);
    }),
    { numRuns: 20 },
  );
  expect(learnRhythm({ events: new Map(), until: MOMENTS.min, timeZone: "Europe/Madrid" })).toBeNull();
});

test("what was never seen is expected only on workdays, and never more than other workdays had", () => {
  fc.assert(
    fc.property(week, zone, end, fc.integer({ min: MIN_HISTORY_HOURS, max: HOURS_OF_WEEK }), (pattern, timeZone, until, hours) => {
      const events = history(pattern, timeZone, until, hours);
      const rhythm = learnRhythm({ events, until, timeZone }) ?? [];
      const seen = new Set([...events.keys()].map((hour) => hourOfWeek({ hour, timeZone })));
      const most = Math.max(...events.values());
      rhythm.forEach((usual, slot) => {
        expect(usual).toBeLessThanOrEqual(most);
        if (!seen.has(slot) && (slot < 24 || slot >= 6 * 24)) expect(usual).toBe(0);
      });
    }),
    { numRuns: 40 },
  );
});

test("the hour of the week is the local one", () => {
  const hourOf = (text: string, timeZone: string) => hourOfWeek({ hour: Date.parse(text) / HOUR_MS, timeZone });
  expect(hourOf("2026-11-22T03:00:00Z", "America/Argentina/Buenos_Aires")).toBe(0);
  expect(hourOf("2026-11-22T02:00:00Z", "America/Argentina/Buenos_Aires")).toBe(167);
  expect(hourOf("2026-03-29T00:00:00Z", "Europe/Madrid")).toBe(1);
  expect(hourOf("2026-03-29T01:00:00Z", "Europe/Madrid")).toBe(3);
});
