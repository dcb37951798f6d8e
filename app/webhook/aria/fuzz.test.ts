import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { ARIA_FIELDS } from "@/lib/sources/aria/fields";
import { ariaSampleBody } from "@/lib/sources/aria/sample-body";
import { deliveryOf, form, get, makeAriaSender, outcomeOf, post } from "./testing/aria-sender";

let key = "";
let publicId = "";
beforeAll(async () => {
  ({
    connection: { key, publicId },
  } = await makeAriaSender());
});

const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("\u0000", "\ud800", "{{ x }}", "[x]", "' or 1=1 --", "1e999", "NaN", "$1,250.00", "True", "00:01:00", "http://h/\u0000?"),
  fc.json(),
  fc.double(),
  fc.constant(null),
  fc.object({ maxDepth: 1 }),
);
const hostileBody = fc.record(Object.fromEntries(ARIA_FIELDS.map(({ name }) => [name, hostile])));
const sample = ariaSampleBody({
  ...{ apiKey: null, connectionId: "", timeZone: "UTC", startedAt: new Date("2026-11-20T17:00:00Z"), callName: "fuzzed" },
  recording: { url: "https://recordings.example.com/1.mp3", seconds: 95 },
});

/** Answered with a receipt, never a 5xx; the delivery is there, and what was made of it too. */
async function expectTaken({ status, body }: Awaited<ReturnType<typeof post>>) {
  expect([200, 400, 422]).toContain(status);
  const stored = await deliveryOf(body.receipt_id);
  expect(stored?.raw.toString("latin1")).not.toContain(key);
  if (status === 200) expect(await outcomeOf(body.call_id)).toBeDefined();
}

test("any values in the 36 fields, however hostile, get an answer and leave a delivery", { timeout: 60_000 }, async () => {
  const property = fc.asyncProperty(hostileBody, fc.subarray(Object.keys(sample)), fc.boolean(), async (fields, kept, isForm) => {
    const good = Object.fromEntries(Object.entries(sample).filter(([name]) => kept.includes(name)));
    const body = { ...fields, ...good, api_key: key, connection_id: publicId, event_date: fields.cost };
    await expectTaken(isForm ? await post(form(body), "application/x-www-form-urlencoded") : await post(body));
  });
  await fc.assert(property, { numRuns: 300 });
});

test("any bytes as a body or a query are answered, and nothing is stored of what has no key", { timeout: 60_000 }, async () => {
  const property = fc.asyncProperty(fc.string({ unit: "binary", maxLength: 200 }), async (text) => {
    expect([400, 401, 415]).toContain((await post(text)).status);
    expect([400, 401, 405]).toContain((await get(`?${encodeURI(text.toWellFormed())}`)).status);
  });
  // Each of them waits as long as a wrong key does.
  await fc.assert(property, { numRuns: 40 });
});
