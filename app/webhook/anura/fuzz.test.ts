import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { createApiKey } from "@/lib/api-keys/create-api-key";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { ANURA_FIELDS } from "@/lib/sources/anura/fields";
import { POST } from "./route";

let key = "";
let campaignId = 0;
beforeAll(async () => {
  ({ key } = await createApiKey({ actor: "system", name: "PBX" }));
  ({ id: campaignId } = await createCampaign({ actor: "system", name: "Sales", source: "anura" }));
});

async function send(body: BodyInit) {
  const response = await POST(
    new Request("http://localhost/webhook/anura", {
      method: "POST",
      headers: { "x-api-key": key, "content-type": "application/json" },
      body,
    }),
  );
  return { status: response.status, body: await response.json() };
}

/** Answered with a receipt, never a 5xx, and kept as exactly these bytes. */
async function expectTaken(bytes: Buffer) {
  const { status, body } = await send(new Uint8Array(bytes));
  expect([200, 400, 415, 422]).toContain(status);
  const [row] = await sqlClient`select raw from deliveries where id = ${body.receipt_id}`;
  expect(row?.raw.equals(bytes)).toBe(true);
}

test("any bytes get an answer and leave a delivery with just these bytes", { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), (bytes) => expectTaken(Buffer.from(bytes))),
    { numRuns: 300 },
  );
});

test("any values in the fourteen fields, however hostile, get an answer and leave a delivery", { timeout: 60_000 }, async () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("\u0000", "\ud800", "{{ x }}", "' or 1=1 --", "2026-11-20 12:00:00", "inbound", "1e999", "yes", "http://h/\u0000"),
    fc.json(),
    fc.integer(),
    fc.constant(null),
  );
  const body = fc.record(Object.fromEntries(ANURA_FIELDS.map(({ name }) => [name, hostile])));
  const plausible = { direction: "in", duration: 1, billseconds: "1", dialtime: "2026-11-20 12:00:00", wasrecorded: "si" };
  await fc.assert(
    fc.asyncProperty(body, fc.subarray(Object.keys(plausible)), (fields, kept) => {
      const good = Object.fromEntries(Object.entries(plausible).filter(([name]) => kept.includes(name)));
      return expectTaken(Buffer.from(JSON.stringify({ ...fields, ...good, campaign_id: campaignId })));
    }),
    { numRuns: 300 },
  );
});
