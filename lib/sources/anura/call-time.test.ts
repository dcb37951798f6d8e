import { afterEach, describe, expect, test, vi } from "vitest";
import { readCallTime } from "./call-time";
import { anuraBody } from "./testing/anura-body";
import { readBody } from "./testing/read-body";
import { readCall } from "./testing/read-call";

const NOON = "2026-11-20T12:00:00.000Z";

function read(text: string, timeZone = "America/Argentina/Buenos_Aires") {
  return readCallTime({ text, timeZone })?.at.toISOString() ?? null;
}

// The process's own zone must not matter: it has clock changes of its own, and may lie on another day.
describe.each([
  ["UTC", 0],
  ["America/New_York", 300],
  ["America/Argentina/Buenos_Aires", 180],
  ["Pacific/Auckland", -780],
])("in a process in %s", (processZone, minutesBehind) => {
  afterEach(() => vi.unstubAllEnvs());

  function enter() {
    vi.stubEnv("TZ", processZone);
    expect(new Date(NOON).getTimezoneOffset()).toBe(minutesBehind);
  }

  test.each([
    ["2026-11-20 09:00:00", NOON],
    ["2026-11-20 09:00:00.5", "2026-11-20T12:00:00.500Z"],
    ["2026-11-20 09:00:00.123999", "2026-11-20T12:00:00.123Z"],
    ["2026-11-20T09:00:00", NOON],
    ["2026-11-20t09:00", NOON],
    ["2026-11-20T12:00:00Z", NOON],
    ["2026-11-20T12:00:00.000z", NOON],
    ["2026-11-20T12:00:00,25Z", "2026-11-20T12:00:00.250Z"],
    ["2026-11-20T09:00:00-03:00", NOON],
    ["2026-11-20T17:45:00+0545", NOON],
    ["2026-11-20 14:00:00+02", NOON],
    ["2026-11-20 09:00:00 -0300", NOON],
    ["20261120T120000Z", NOON],
    ["20/11/2026 09:00:00", NOON],
    ["20/11/2026 09:00:00.25", "2026-11-20T12:00:00.250Z"],
    ["1795176000", NOON],
    ["1795176000123", "2026-11-20T12:00:00.123Z"],
    ["29/02/2028 00:00:00", "2028-02-29T03:00:00.000Z"],
    ["2026-12-31 23:59:59", "2027-01-01T02:59:59.000Z"],
    ["2000-01-01 00:00:00", "2000-01-01T03:00:00.000Z"],
  ])("%j is %s", (text, instant) => {
    enter();
    expect(read(text)).toBe(instant);
  });

  test.each([
    "30/02/2026 10:00:00",
    "2026-02-30 10:00:00",
    "2026-02-29 10:00:00",
    "2026-04-31T10:00:00Z",
    "2026-00-10 10:00:00",
    "2026-13-10 10:00:00",
    "2026-01-00 10:00:00",
    "2026-01-32 10:00:00",
    "13/25/2026 10:00:00",
    "2026-11-20 24:00:00",
    "2026-11-20 10:60:00",
    "2026-11-20 10:00:60",
    "2026-11-20T10:00:00+16:00",
    "2026-11-20T10:00:00+03:60",
    "2026-11-20T10:00:00-3",
    "2026-11-20",
    "20/11/2026",
    "20/11/2026 10:00",
    "20-11-2026 10:00:00",
    "2026/11/20 10:00:00",
    "11/20/2026 10:00:00 AM",
    "10:00:00",
    "yesterday",
    "Fri, 20 Nov 2026 12:00:00 GMT",
    "0026-11-20 10:00:00",
    "1999-12-31 20:59:59",
    "2100-01-01 00:00:00",
    "999999999",
    "0000000001",
    "9999999999999",
    "179517600012",
    "1795176000.5",
    "-1795176000",
    "2026-11-20 09:00:00.",
    "\uff12026-11-20 09:00:00",
    `2026-11-20 09:00:00${"0".repeat(50)}`,
  ])("%j is refused", (text) => {
    enter();
    expect(read(text)).toBeNull();
  });
});

test("an epoch may be a number", async () => {
  expect(await readCall(anuraBody({ dialtime: 1_795_176_000 }))).toMatchObject({ startedAt: new Date(NOON) });
  expect(await readCall(anuraBody({ dialtime: 1_795_176_000_000 }))).toMatchObject({ startedAt: new Date(NOON) });
});

test("a time without an offset is in the campaign's zone, else in the installation's", async () => {
  const body = anuraBody({ dialtime: " 2026-11-20 09:00:00 " });
  expect(await readCall(body)).toMatchObject({ startedAt: new Date(NOON) });
  const findCampaign = (id: number) => ({ id, timeZone: "Asia/Kathmandu", source: "anura" as const, isArchived: false });
  expect(await readCall(body, { findCampaign })).toMatchObject({ startedAt: new Date("2026-11-20T03:15:00Z") });
  expect(await readCall(anuraBody({ dialtime: NOON }), { findCampaign })).toMatchObject({ startedAt: new Date(NOON) });
});

test("a time that exists twice takes the first, one that never exists is read as if clocks had stayed, and both are told", async () => {
  const options = { defaultTimeZone: "America/New_York" };
  expect(await readCall(anuraBody({ dialtime: "2026-11-01 01:30:00" }), options)).toMatchObject({
    startedAt: new Date("2026-11-01T05:30:00Z"),
    warnings: [{ path: "dialtime", code: "doubled_local_time", message: expect.stringContaining("2026-11-01T05:30:00.000Z") }],
  });
  expect(await readCall(anuraBody({ dialtime: "2026-03-08 02:30:00" }), options)).toMatchObject({
    startedAt: new Date("2026-03-08T07:30:00Z"),
    warnings: [{ path: "dialtime", code: "nonexistent_local_time" }],
  });
});

test("a wrong time is shown with what is accepted", async () => {
  expect(await readBody(anuraBody({ dialtime: "30/02/2026 10:00:00" }))).toMatchObject({
    outcome: "refused",
    problems: [
      {
        path: "dialtime",
        code: "malformed",
        message: expect.stringMatching(/^dialtime was sent as "30\/02\/2026 10:00:00"; accepted is YYYY/),
      },
    ],
  });
  for (const dialtime of [[], {}, true, 1.5]) {
    expect(await readBody(anuraBody({ dialtime }))).toMatchObject({
      outcome: "refused",
      problems: [{ path: "dialtime", code: "malformed" }],
    });
  }
});
