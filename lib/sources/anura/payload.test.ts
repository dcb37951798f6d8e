import { describe, expect, test } from "vitest";
import { anuraBody } from "./testing/anura-body";
import { readBody } from "./testing/read-body";
import { readCall } from "./testing/read-call";

describe("direction", () => {
  test.each(["inbound", "in", "entrante", "INBOUND", " In ", "Entrante"])("%j is inbound", async (direction) => {
    expect(await readCall(anuraBody({ direction }))).toMatchObject({ direction: "inbound" });
  });
  test.each(["outbound", "out", "saliente", "OUT", "Saliente\n"])("%j is outbound", async (direction) => {
    expect(await readCall(anuraBody({ direction }))).toMatchObject({ direction: "outbound" });
  });
  test.each(["internal", "inb", "1", 1, true, [], "in out"])("%j is refused", async (direction) => {
    expect(await readBody(anuraBody({ direction }))).toMatchObject({
      outcome: "refused",
      problems: [{ path: "direction", code: "malformed" }],
    });
  });
});

describe.each([
  ["duration", "durationSeconds"],
  ["billseconds", "billableSeconds"],
])("%s", (field, fact) => {
  test.each([
    ["0", 0],
    [0, 0],
    ["120", 120],
    ["120.0", 120],
    [" 120.5 ", 120.5],
    [120.5, 120.5],
    ["1.23456", 1.235],
    ["007", 7],
    ["999999999", 999_999_999],
  ])("%j is %d seconds", async (sent, seconds) => {
    expect(await readCall(anuraBody({ [field]: sent }))).toMatchObject({ [fact]: seconds });
  });

  test.each([
    "-1",
    -1,
    -0.5,
    "NaN",
    "Infinity",
    "0x1F",
    "1e3",
    "1e",
    "1,5",
    "1.",
    ".5",
    "00:02:00",
    "2 min",
    true,
    [],
    {},
    "1000000000",
    "9".repeat(400),
  ])("%j is refused", async (sent) => {
    expect(await readBody(anuraBody({ [field]: sent }))).toMatchObject({
      outcome: "refused",
      problems: [{ path: field, code: "malformed" }],
    });
  });

  test("numbers in the body that are no finite count are refused too", async () => {
    for (const number of ["1e999", "-0.1", "1e12"]) {
      const body = JSON.stringify(anuraBody({ [field]: 987_654 })).replace("987654", number);
      expect(await readBody(body)).toMatchObject({ outcome: "refused", problems: [{ path: field, code: "malformed" }] });
    }
    const body = JSON.stringify(anuraBody({ [field]: 987_654 })).replace("987654", "1.25e-1");
    expect(await readCall(body)).toMatchObject({ [fact]: 0.125 });
  });
});

describe("wasrecorded", () => {
  test.each([true, 1, "true", "1", "yes", "y", "si", "s\u00ed", "si\u0301", "on", "TRUE", " S\u00cd "])(
    "%j is recorded",
    async (wasrecorded) => {
      expect(await readCall(anuraBody({ wasrecorded }))).toMatchObject({ hasRecording: true, warnings: [] });
    },
  );
  test.each([false, 0, "false", "0", "no", "N", "off", "", null])("%j is not recorded", async (wasrecorded) => {
    expect(await readCall(anuraBody({ wasrecorded }))).toMatchObject({ hasRecording: false, recordingUrl: null, warnings: [] });
  });
  test.each(["maybe", "recorded", "2", 2, [], {}, "tru"])("%j is not recorded, with a warning", async (wasrecorded) => {
    expect(await readCall(anuraBody({ wasrecorded }))).toMatchObject({
      hasRecording: false,
      warnings: [{ path: "wasrecorded", code: "unknown_word" }],
    });
  });
});

describe("texts", () => {
  test("numbers and words come as they were written", async () => {
    const body = JSON.stringify(anuraBody({ calling: "N1", called: 8_001_234, status: "any \u00f1 word" })).replace(
      '"N1"',
      "549116795007900000001",
    );
    expect(await readCall(body)).toMatchObject({ calling: "549116795007900000001", called: "8001234", disposition: "any \u00f1 word" });
  });

  test("spaces around a number are kept in the copy that came, and in no other", async () => {
    expect(await readCall(anuraBody({ calling: " 011 4000 " }))).toMatchObject({ calling: " 011 4000 ", callingNormalized: "0114000" });
  });

  test("NUL and half characters are made storable, with a warning", async () => {
    const call = await readCall(anuraBody({ calling: "a\u0000", status: "\udc00" }));
    expect(call).toMatchObject({
      calling: "a\uFFFD",
      disposition: "\uFFFD",
      warnings: [{ code: "unstorable_text" }, { code: "unstorable_text" }],
    });
  });

  test("absurd lengths are cut, with a warning", async () => {
    const call = await readCall(anuraBody({ calling: "1".repeat(5000), status: `${"x".repeat(255)}\u{1F600}` }));
    expect(call).toMatchObject({
      calling: "1".repeat(256),
      warnings: [
        { path: "calling", code: "text_cut" },
        { path: "status", code: "text_cut" },
      ],
    });
    expect(call.disposition.isWellFormed()).toBe(true);
  });
});
