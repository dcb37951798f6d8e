import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { type CreatedConnection, createConnection } from "@/lib/connections/create-connection";
import { POST } from "./route";

let connection: CreatedConnection;
beforeAll(async () => {
  const { id: campaignId } = await createCampaign({ actor: "system", name: "Merged", source: "aria" });
  connection = await createConnection({ actor: "system", name: "Merging", campaignId, timeZone: "UTC" });
});

const blank = fc.constantFrom("", " ", null, undefined, "{{ x }}");
const some = <T>(...values: T[]) => fc.oneof({ weight: 1, arbitrary: blank }, { weight: 2, arbitrary: fc.constantFrom(...values) });
/** What one delivery of a call may say: few values of each field, so that deliveries contradict each other often. */
const delivery = fc.record({
  call_date: fc.constantFrom("11/20/2026 10:00:00 AM", "11/20/2026 10:05:00 AM"),
  event_date: some("2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z"),
  caller_id: some("+13055550123", "anonymous"),
  target_did: some("+18005550199"),
  recording: some("https://r.example/1.mp3", "https://r.example/2.mp3"),
  campaign_id: some("CA-1", "CA-2"),
  buyer_name: some("Buyer A", "Buyer B"),
  target_name: some("Ana", "201"),
  converted: some("True", "False"),
  is_duplicate: some("true", "false"),
  duration: some("60", "00:02:00"),
  connected_call_length: some("50", "110"),
  end_call_source: some("Caller", "System"),
  revenue: some("0", "45.00", "-45.00"),
  sale_count: some(1, 2),
});
type Delivery = Record<string, unknown>;

let calls = 0;
/** Sends the deliveries one after the other, or all at once, as one new call, and returns what is known of it afterwards. */
async function receive(deliveries: Delivery[], isAtOnce = false) {
  const credentials = { api_key: connection.key, connection_id: connection.publicId, call_instance_id: `merged-${++calls}` };
  const send = async (fields: Delivery) => {
    const body = JSON.stringify({ ...fields, ...credentials });
    const answer = await POST(new Request("http://localhost/webhook/aria", { method: "POST", body }));
    expect(answer.status).toBe(200);
    return (await answer.json()).call_id;
  };
  if (isAtOnce) await Promise.all(deliveries.map(send));
  else for (const fields of deliveries) await send(fields);
  const [row] = await sqlClient`
    select to_jsonb(c) - '{id,identity_key,external_id,created_at,updated_at,dispatched_at,dispatch_count}'::text[]
      || (to_jsonb(o) - '{call_id,updated_at}'::text[]) as known
    from calls c join call_outcomes o on o.call_id = c.id where external_id = ${credentials.call_instance_id}`;
  return row?.known;
}

const someDeliveries = fc.array(delivery, { minLength: 1, maxLength: 5 });
const shuffled = (deliveries: Delivery[]) => fc.shuffledSubarray(deliveries, { minLength: deliveries.length });

test("any order and any repetition of a call's deliveries ends in the same merged call, also when they come at once", async () => {
  const property = fc.asyncProperty(
    someDeliveries.chain((deliveries) => fc.tuple(fc.constant(deliveries), shuffled(deliveries), fc.subarray(deliveries), fc.boolean())),
    async ([deliveries, otherOrder, repeated, isAtOnce]) => {
      const known = await receive(deliveries);
      expect(await receive([...repeated, ...otherOrder, ...repeated], isAtOnce)).toEqual(known);
    },
  );
  await fc.assert(property, { numRuns: 120 });
});

test("a delivery that was lost and is sent again after all others changes nothing of what the call would have been", async () => {
  const property = fc.asyncProperty(
    someDeliveries.chain((deliveries) => fc.tuple(fc.constant(deliveries), fc.nat({ max: deliveries.length - 1 }))),
    async ([deliveries, lost]) => {
      const late = [...deliveries.slice(0, lost), ...deliveries.slice(lost + 1), ...deliveries.slice(lost, lost + 1)];
      expect(await receive(late)).toEqual(await receive(deliveries));
    },
  );
  await fc.assert(property, { numRuns: 60 });
});
