import fc from "fast-check";
import { expect, test } from "vitest";
import { anuraBody } from "./testing/anura-body";
import { readBody } from "./testing/read-body";
import { readCall } from "./testing/read-call";

const FACTS = ["dialtime", "calling", "called", "accountextension", "campaign_id"];

test("cdrid is the call's id, digit for digit, however it is written", async () => {
  const body = JSON.stringify(anuraBody({ cdrid: "CDR" }));
  for (const [written, externalId] of [
    ["12345678901234567890", "12345678901234567890"],
    ["1541078811.980", "1541078811.980"],
    ['" 20261120-1 "', "20261120-1"],
    ["42", "42"],
    ['"0"', "0"],
  ] as const) {
    expect(await readCall(body.replace('"CDR"', written))).toMatchObject({ identity: { kind: "id", externalId } });
  }
});

test("without a cdrid the facts are the identity", async () => {
  for (const cdrid of [undefined, null, "", "  ", "{{ cdrid }}"]) {
    const { identity, callKey } = await readCall(anuraBody({ cdrid }));
    expect(identity).toEqual({ kind: "facts", factsKey: callKey });
    expect(callKey).toMatch(/^[0-9a-f]{64}$/);
  }
});

test.each(FACTS)("another %s is another call", async (name) => {
  const other = { dialtime: "2026-11-20 12:00:01", campaign_id: 8 }[name] ?? "x";
  expect((await readCall(anuraBody({ [name]: other }))).callKey).not.toBe((await readCall(anuraBody())).callKey);
});

test("facts that run into one another are told apart", async () => {
  const one = await readCall(anuraBody({ calling: "1", called: "23" }));
  const other = await readCall(anuraBody({ calling: "12", called: "3" }));
  expect(one.callKey).not.toBe(other.callKey);
});

test("the same facts in other words are the same call", async () => {
  const { callKey } = await readCall(anuraBody({ calling: 1140001234, accountextension: "201" }));
  const again = {
    calling: " 1140001234 ",
    accountextension: 201,
    dialtime: "2026-11-20T15:00:00Z",
    campaign_id: "7",
    status: "x",
    duration: 1,
    billseconds: 1,
  };
  expect((await readCall(anuraBody(again))).callKey).toBe(callKey);
});

test("every event of a call has its key, also those that make none and those that are refused", async () => {
  for (const cdrid of ["1", undefined]) {
    const { callKey } = await readBody(anuraBody({ cdrid }));
    for (const other of [{ hooktrigger: "START" }, { hooktrigger: "RECORDING" }, { wasrecorded: "no" }, { direction: "" }]) {
      expect((await readBody(anuraBody({ cdrid, ...other }))).callKey).toBe(callKey);
    }
    expect((await readBody(anuraBody({ cdrid }), { findCampaign: () => null })).callKey).toBe(callKey);
  }
});

test("an id longer than an index entry holds is shortened, and still tells calls apart", async () => {
  const long = "\u{1F600}".repeat(5000);
  const one = await readCall(anuraBody({ cdrid: `${long}1` }));
  const other = await readCall(anuraBody({ cdrid: `${long}2` }));
  if (one.identity.kind !== "id" || other.identity.kind !== "id") throw new Error("no ids");
  expect(Buffer.byteLength(one.identity.externalId)).toBeLessThan(1000);
  expect(one.identity.externalId).not.toBe(other.identity.externalId);
  expect(one.callKey).not.toBe(other.callKey);
});

const anyBody = fc.record(
  Object.fromEntries([
    ...Object.keys(anuraBody()).map((name) => [name, fc.oneof({ weight: 6, arbitrary: fc.constant(anuraBody()[name]) }, anyValue())]),
    ["cdrid", anyValue()],
    ["hooktrigger", fc.oneof(fc.constantFrom("END", "START", "RECORDING"), anyValue())],
    ["__proto__", anyValue()],
  ]),
  { requiredKeys: [] },
);

function anyValue() {
  return fc.oneof(
    fc.jsonValue({ stringUnit: "binary" }),
    fc.constantFrom("", "{{ x }}", "<X>", "1.5", "-1", "\u0000", "\ud800", "201", "https://x/y.mp3"),
    fc.date().map(String),
  );
}

test("any object gives a reading that can be stored, and the same object always gives the same", async () => {
  await fc.assert(
    fc.asyncProperty(anyBody, async (body) => {
      const reading = await readBody(body);
      expect(await readBody(body)).toEqual(reading);
      expect(JSON.stringify(reading)).not.toMatch(/\\u0000|\\ud[89a-f]/);
      if (reading.outcome === "refused") expect(reading.message).not.toBe("");
      if (reading.outcome === "refused" && reading.code === "invalid_fields") expect(reading.problems).not.toEqual([]);
    }),
    { numRuns: 1500 },
  );
});

test("the order of the keys changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(anyBody, fc.infiniteStream(fc.nat()), async (body, order) => {
      const shuffled = Object.entries(body).sort(() => (order.next().value % 3) - 1);
      const [one, other] = [await readBody(body), await readBody(Object.fromEntries(shuffled))];
      expect({ ...other, warnings: sorted(other.warnings) }).toEqual({ ...one, warnings: sorted(one.warnings) });
    }),
    { numRuns: 500 },
  );
});

test("equal facts give equal keys, and different ones different keys", async () => {
  const fact = fc
    .string({ unit: "binary", maxLength: 5 })
    .filter((text) => text.trim() !== "" && text.isWellFormed() && !/[\0{]/.test(text));
  await fc.assert(
    fc.asyncProperty(fc.tuple(fact, fact, fact), fc.tuple(fact, fact, fact), async (one, other) => {
      const keys = await Promise.all(
        [one, other].map(
          async ([calling, called, accountextension]) => (await readCall(anuraBody({ calling, called, accountextension }))).callKey,
        ),
      );
      expect(keys[0] === keys[1]).toBe(one.every((text, index) => text.trim() === other[index]?.trim()));
    }),
    { numRuns: 1000 },
  );
});

test("arbitrary bytes give a reading and never an exception", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom("application/json", "application/x-www-form-urlencoded", ""),
      async (bytes, contentType) => {
        expect(await readBody("", { raw: Buffer.from(bytes), contentType })).toMatchObject({ outcome: "refused" });
      },
    ),
    { numRuns: 2000 },
  );
});

function sorted(warnings: { path: string; code: string }[]) {
  return warnings.map(({ path, code }) => `${path} ${code}`).sort();
}
