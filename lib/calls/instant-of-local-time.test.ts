import { parseDateTime, toZoned } from "@internationalized/date";
import fc from "fast-check";
import { expect, test } from "vitest";
import { instantOfLocalTime } from "./instant-of-local-time";

function read(local: string, timeZone: string) {
  const { at, oddity } = instantOfLocalTime({ localTime: Date.parse(`${local}Z`), timeZone });
  return [at.toISOString(), oddity];
}

test.each([
  ["2026-11-20T12:00:00", "America/Argentina/Buenos_Aires", "2026-11-20T15:00:00.000Z", null],
  ["2008-01-10T12:00:00", "America/Argentina/Buenos_Aires", "2008-01-10T14:00:00.000Z", null],
  ["2026-11-20T12:00:00.250", "UTC", "2026-11-20T12:00:00.250Z", null],
  ["2026-11-20T12:00:00", "Asia/Kathmandu", "2026-11-20T06:15:00.000Z", null],
  // New York: clocks go from 02:00 to 03:00 on 8 March, and from 02:00 back to 01:00 on 1 November.
  ["2026-03-08T01:59:59", "America/New_York", "2026-03-08T06:59:59.000Z", null],
  ["2026-03-08T02:30:00", "America/New_York", "2026-03-08T07:30:00.000Z", "nonexistent"],
  ["2026-03-08T03:00:00", "America/New_York", "2026-03-08T07:00:00.000Z", null],
  ["2026-11-01T00:59:59", "America/New_York", "2026-11-01T04:59:59.000Z", null],
  ["2026-11-01T01:30:00", "America/New_York", "2026-11-01T05:30:00.000Z", "doubled"],
  ["2026-11-01T02:00:00", "America/New_York", "2026-11-01T07:00:00.000Z", null],
  // Lord Howe moves by half an hour; Samoa left out 30 December 2011.
  ["2026-04-05T01:45:00", "Australia/Lord_Howe", "2026-04-04T14:45:00.000Z", "doubled"],
  ["2026-10-04T02:15:00", "Australia/Lord_Howe", "2026-10-03T15:45:00.000Z", "nonexistent"],
  ["2011-12-30T12:00:00", "Pacific/Apia", "2011-12-30T22:00:00.000Z", "nonexistent"],
  ["2011-12-31T00:00:00", "Pacific/Apia", "2011-12-30T10:00:00.000Z", null],
])("%s in %s is %s, %s", (local, timeZone, instant, oddity) => {
  expect(read(local, timeZone)).toEqual([instant, oddity]);
});

test("any local time of this century in any zone is what another library makes of it", () => {
  const zone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
  const local = fc.date({ min: new Date("2000-01-02"), max: new Date("2099-12-30"), noInvalidDate: true });
  // Half of the times are drawn from the nights in which clocks change somewhere.
  const night = fc
    .tuple(fc.integer({ min: 2000, max: 2037 }), fc.constantFrom(2, 3, 8, 9, 10), fc.integer({ min: 1, max: 31 }), fc.nat({ max: 360 }))
    .map(([year, month, day, minutes]) => new Date(Date.UTC(year, month, day, 0, minutes)));
  fc.assert(
    fc.property(zone, fc.oneof(local, night), (timeZone, date) => {
      const expected = toZoned(parseDateTime(date.toISOString().slice(0, -1)), timeZone, "compatible");
      expect(instantOfLocalTime({ localTime: date.getTime(), timeZone }).at.toISOString()).toBe(expected.toDate().toISOString());
    }),
    { numRuns: 1500 },
  );
});
