import { expect, test } from "vitest";
import { readCallDate } from "./call-date";

const NEW_YORK = "America/New_York";
const read = (text: string, timeZone = NEW_YORK) => readCallDate({ text, timeZone });

test.each([
  ["11/20/2026 12:00:00 AM", "2026-11-20T05:00:00.000Z"],
  ["11/20/2026 12:00:00 PM", "2026-11-20T17:00:00.000Z"],
  ["11/20/2026 01:05:09 pm", "2026-11-20T18:05:09.000Z"],
  ["11/20/2026 11:59:59 PM", "2026-11-21T04:59:59.000Z"],
  ["1/2/2026 3:04:05 AM", "2026-01-02T08:04:05.000Z"],
  ["11/20/2026 15:00:00", "2026-11-20T20:00:00.000Z"],
  ["2026-11-20T12:00:00-03:00", "2026-11-20T15:00:00.000Z"],
  ["2026-11-20T12:00:00Z", "2026-11-20T12:00:00.000Z"],
  ["2026-11-20 12:00:00", "2026-11-20T17:00:00.000Z"],
  ["07/04/2026 12:00:00 PM", "2026-07-04T16:00:00.000Z"],
])("%s in New York is %s", (text, instant) => {
  expect(read(text)).toEqual({ at: new Date(instant), oddity: null });
});

test.each([
  "13/01/2026 10:00:00 AM",
  "02/30/2026 10:00:00 AM",
  "11/20/2026 13:00:00 PM",
  "11/20/2026 00:30:00 AM",
  "11/20/2026 10:60:00 AM",
  "11/20/26 10:00:00 AM",
  "20/11/2026 10:00:00 AM",
  "11/20/1999 10:00:00 AM",
  "2026-13-01T00:00:00Z",
  "yesterday",
  "",
])("%j is no time", (text) => {
  expect(read(text)).toBeNull();
});

test("a time that exists twice on the night of the change is the first, and both oddities are told", () => {
  expect(read("11/01/2026 01:30:00 AM")).toEqual({ at: new Date("2026-11-01T05:30:00Z"), oddity: "doubled" });
  expect(read("03/08/2026 02:30:00 AM")).toMatchObject({ oddity: "nonexistent" });
  expect(read("11/01/2026 01:30:00 AM", "America/Argentina/Buenos_Aires")).toMatchObject({ oddity: null });
});
