import { expect, test } from "vitest";
import { ADVISORY_LOCKS } from "./advisory-locks";

test("no two things that one process does at a time wait for each other by sharing a lock", () => {
  const numbers = Object.values(ADVISORY_LOCKS);
  expect(new Set(numbers).size).toBe(numbers.length);
});
