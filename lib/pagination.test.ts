import { expect, test } from "vitest";
import { decodeCursor, encodeCursor, toPage } from "./pagination";

const id = "0199a1b2-0000-7000-8000-000000000001";

test("a cursor comes back as it went out, and a damaged one opens the first page", () => {
  const at = new Date("2026-11-23T10:00:00.123Z");
  expect(decodeCursor(encodeCursor({ at, id }))).toEqual({ at, id });
  expect(decodeCursor("not-a-cursor")).toBeNull();
  expect(decodeCursor("")).toBeNull();
  expect(decodeCursor(encodeCursor({ at: new Date("0000-06-01T10:00:00Z"), id }))).toBeNull();
});

test("a page keeps its limit and names the next one only when there is one", () => {
  const rows = [1, 2, 3].map((second) => ({ at: new Date(second * 1000), id }));
  expect(toPage(rows, 3, (row) => row)).toEqual({ items: rows, nextCursor: null });
  expect(toPage(rows, 2, (row) => row)).toEqual({ items: rows.slice(0, 2), nextCursor: encodeCursor({ at: new Date(2000), id }) });
});
