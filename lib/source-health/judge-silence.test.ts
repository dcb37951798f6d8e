import fc from "fast-check";
import { expect, test } from "vitest";
import { expectedEvents } from "./expected-events";
import { HOUR_MS, HOURS_OF_WEEK, hourOfWeek } from "./hour-of-week";
import { judgeSilence } from "./judge-silence";
import type { Rhythm } from "./learn-rhythm";

const ZONES = ["America/Argentina/Buenos_Aires", "America/New_York", "Europe/Madrid", "Asia/Kolkata"];
const zone = fc.constantFrom(...ZONES);
const moment = fc.date({ min: new Date("2026-01-01T00:00:00Z"), max: new Date("2027-01-01T00:00:00Z"), noInvalidDate: true });
const rhythmOf = (usual: (day: number, hour: number) => number): Rhythm =>
  Array.from({ length: HOURS_OF_WEEK }, (_, slot) => usual(Math.floor(slot / 24), slot % 24));
const openHours = (perHour: number) => rhythmOf((day, hour) => (day >= 1 && day <= 5 && hour >= 9 && hour < 18 ? perHour : 0));
const minutes = (count: number) => count * 60_000;

test("a week that goes as usual, or as slowly as seven tenths of it, raises no alarm", () => {
  const shape = fc.record({ perHour: fc.constantFrom(0.05, 0.3, 1, 5, 20, 80), pace: fc.double({ min: 0.7, max: 1, noNaN: true }) });
  fc.assert(
    fc.property(
      shape,
      zone,
      moment,
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })),
      (line, timeZone, start, chance) => {
        const rhythm = openHours(line.perHour);
        let lastEventAt = start;
        const stop = start.getTime() + HOURS_OF_WEEK * HOUR_MS;
        for (let at = start.getTime(); at < stop; at += minutes(1)) {
          const rate = ((rhythm[hourOfWeek({ hour: Math.floor(at / HOUR_MS), timeZone })] ?? 0) * line.pace) / 60;
          if (rate === 0 || (chance.next().value ?? 0) > 1 - Math.exp(-rate)) continue;
          const now = new Date(at);
          expect(judgeSilence({ rhythm, timeZone, from: lastEventAt, now }).isAlarm).toBe(false);
          lastEventAt = now;
        }
      },
    ),
    { numRuns: 30, seed: 20_261_127 },
  );
});

test("nights, Sundays and hours that are always quiet never alarm, however busy the line", () => {
  const rhythm = openHours(500);
  const timeZone = "America/Argentina/Buenos_Aires";
  const friday = new Date("2026-11-27T20:59:00Z");
  const monday = new Date("2026-11-30T12:00:00Z");
  expect(judgeSilence({ rhythm, timeZone, from: friday, now: monday })).toMatchObject({ isAlarm: false });
  expect(judgeSilence({ rhythm, timeZone, from: friday, now: new Date(monday.getTime() + minutes(10)) })).toMatchObject({ isAlarm: true });
});

test("a busy line that falls silent alarms within minutes, and no line before five", () => {
  fc.assert(
    fc.property(fc.integer({ min: 300, max: 100_000 }), zone, moment, (perHour, timeZone, from) => {
      const rhythm = rhythmOf(() => perHour);
      const after = (count: number) => judgeSilence({ rhythm, timeZone, from, now: new Date(from.getTime() + minutes(count)) }).isAlarm;
      expect(after(4.9)).toBe(false);
      expect(after(8)).toBe(true);
    }),
  );
});

test("a slow line is left in peace for days, and missed in the end", () => {
  const rhythm = openHours(0.3);
  const timeZone = "Europe/Madrid";
  const from = new Date("2026-11-02T09:00:00Z");
  const afterDays = (days: number) => judgeSilence({ rhythm, timeZone, from, now: new Date(from.getTime() + days * 24 * HOUR_MS) }).isAlarm;
  expect(afterDays(3)).toBe(false);
  expect(afterDays(12)).toBe(true);
});

test("once a silence is an alarm it stays one, and what is expected in it only grows", () => {
  const usual = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { minLength: HOURS_OF_WEEK, maxLength: HOURS_OF_WEEK });
  const length = fc.integer({ min: 1, max: 20_000 });
  fc.assert(
    fc.property(usual, zone, moment, length, length, (rhythm, timeZone, from, first, more) => {
      const earlier = judgeSilence({ rhythm, timeZone, from, now: new Date(from.getTime() + minutes(first)) });
      const later = judgeSilence({ rhythm, timeZone, from, now: new Date(from.getTime() + minutes(first + more)) });
      expect(later.expected).toBeGreaterThanOrEqual(earlier.expected);
      expect(earlier.isAlarm && !later.isAlarm).toBe(false);
    }),
  );
});

test("what is expected of two stretches is what is expected of both together", () => {
  const usual = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: HOURS_OF_WEEK, maxLength: HOURS_OF_WEEK });
  fc.assert(
    fc.property(usual, zone, fc.array(moment, { minLength: 3, maxLength: 3 }), (rhythm, timeZone, moments) => {
      const [from, middle, to] = moments.toSorted((a, b) => a.getTime() - b.getTime());
      if (!from || !middle || !to) throw new Error("Three moments were asked for.");
      const between = (start: Date, end: Date) => expectedEvents({ rhythm, timeZone, from: start, to: end });
      expect(between(from, middle) + between(middle, to)).toBeCloseTo(between(from, to), 4);
    }),
    { numRuns: 20 },
  );
});
