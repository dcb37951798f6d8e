import { expect, test } from "vitest";
import { dayOfEvents } from "./day-of-events";
import { HOUR_MS, HOURS_OF_WEEK } from "./hour-of-week";

const rhythm = Array.from({ length: HOURS_OF_WEEK }, () => 2);
const hourAt = (text: string) => ({ hour: Date.parse(text) / HOUR_MS, accepted: 1, duplicate: 0, ignored: 0, refused: 0 });

test("a day on which the clocks go back has one hour twice, counted as one", () => {
  const hours = [hourAt("2026-10-24T22:00:00Z"), hourAt("2026-10-25T00:00:00Z"), hourAt("2026-10-25T01:00:00Z")];
  const day = dayOfEvents({ hours, rhythm, timeZone: "Europe/Madrid", now: new Date("2026-10-25T22:59:00Z") });
  expect(day.events).toBe(3);
  expect(day.hours[2]).toEqual({ hour: 2, events: 2, usual: 4, isAhead: false });
  expect(day.hours.reduce((sum, { usual }) => sum + (usual ?? 0), 0)).toBe(50);
});

test("a day on which the clocks go forward lacks an hour", () => {
  const day = dayOfEvents({ hours: [], rhythm, timeZone: "Europe/Madrid", now: new Date("2026-03-29T10:00:00Z") });
  expect(day.hours[2]).toMatchObject({ usual: 0 });
  expect(day.hours.reduce((sum, { usual }) => sum + (usual ?? 0), 0)).toBe(46);
});

test("yesterday's events are not today's, also where a day begins at half past an hour", () => {
  const hours = [hourAt("2026-11-22T18:00:00Z"), hourAt("2026-11-22T19:00:00Z")];
  const day = dayOfEvents({ hours, rhythm: undefined, timeZone: "Asia/Kolkata", now: new Date("2026-11-23T06:00:00Z") });
  expect(day).toMatchObject({ events: 1, usualUntilNow: null });
  expect(day.hours[0]).toMatchObject({ hour: 0, events: 1 });
});
