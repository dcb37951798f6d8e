import { expect, test } from "vitest";
import { retryDelay } from "./retry-delay";
import { DEFAULT_SETTINGS } from "./settings";

const SECOND = 1_000;
const settings = { ...DEFAULT_SETTINGS, retryJitterMs: 0 };

test("the delay before each retry is Inngest's, and the last one repeats", () => {
  const delays = Array.from({ length: 12 }, (_, attempt) => retryDelay({ attempt, retryAfter: null, settings }) / SECOND);
  expect(delays).toEqual([15, 30, 60, 120, 300, 600, 1200, 2400, 3600, 7200, 7200, 7200]);
});

test("up to thirty seconds are added, so that what failed together does not come back together", () => {
  const delays = Array.from({ length: 100 }, () => retryDelay({ attempt: 0, retryAfter: null, settings: DEFAULT_SETTINGS }));
  for (const delay of delays) expect(delay).toBeGreaterThanOrEqual(15 * SECOND);
  for (const delay of delays) expect(delay).toBeLessThan(45 * SECOND);
  expect(new Set(delays).size).toBeGreaterThan(50);
});

test.each([
  ["120", 120],
  ["0", 1],
  ["999999999", 24 * 60 * 60],
  ["nonsense", 15],
  [new Date(0).toISOString(), 1],
])("a function that asks for %s gets %s seconds", (retryAfter, seconds) => {
  expect(retryDelay({ attempt: 0, retryAfter, settings })).toBe(seconds * SECOND);
});

test("a function may ask for a moment", () => {
  const delay = retryDelay({ attempt: 0, retryAfter: new Date(Date.now() + 60 * SECOND).toISOString(), settings });
  expect(Math.round(delay / SECOND)).toBe(60);
});
