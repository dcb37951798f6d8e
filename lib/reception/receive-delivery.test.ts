import type postgres from "postgres";
import { beforeAll, expect, test } from "vitest";
import { db, sqlClient } from "@/db/client";
import { campaigns } from "@/db/schema";
import { commitDeliveries } from "./commit-deliveries";
import type { Receipt } from "./delivery-draft";
import { MAX_WAITING_DELIVERIES, receiveDelivery } from "./receive-delivery";
import { draftOf, receivedCall } from "./testing/drafts";

let campaignId = 0;
beforeAll(async () => {
  const [campaign] = await db.insert(campaigns).values({ name: "Sales" }).returning();
  campaignId = campaign?.id ?? 0;
});

let calls = 0;
const newCall = (facts = {}) => receivedCall({ campaignId, identity: { kind: "facts", factsKey: `facts-${++calls}` }, ...facts });

async function verdictsOf(callId: string | null | undefined) {
  const rows =
    await sqlClient`select verdict, count(*)::int as count from deliveries where call_id = ${callId ?? null} group by verdict order by verdict`;
  return Object.fromEntries(rows.map((row) => [row.verdict, row.count]));
}

test("a receipt is given only for what another connection can read, with the raw bytes as they came", async () => {
  const raw = Buffer.from([0, 1, 2, 0xff, 0xfe, 10]);
  const receipt = await receiveDelivery(draftOf(newCall(), { raw }));
  const [row] = await sqlClient`select d.raw, d.verdict, d.raw_sha256 = sha256(d.raw) as "isWhole", c.recording_status as "recordingStatus"
    from deliveries d join calls c on c.id = d.call_id where d.id = ${receipt.receiptId}`;
  expect(row).toMatchObject({ verdict: "accepted", isWhole: true, recordingStatus: "pending" });
  expect(Buffer.compare(row?.raw, raw)).toBe(0);
});

test("the same delivery fifty times at once, over separate batches as on two processes, is one call accepted once", async () => {
  const call = newCall();
  const batches = Array.from({ length: 25 }, () => [draftOf(call), draftOf(call)]);
  const receipts = (await Promise.all(batches.map((batch) => commitDeliveries(batch)))).flat();
  expect(new Set(receipts.map(({ callId }) => callId)).size).toBe(1);
  expect(receipts.map(({ verdict }) => verdict).sort()).toEqual(["accepted", ...Array(49).fill("duplicate")]);
  expect(await verdictsOf(receipts[0]?.callId)).toEqual({ accepted: 1, duplicate: 49 });
});

test("an address that arrives at once from many sides claims the announced call, and a second address makes the second call", async () => {
  const call = newCall({ recordingUrl: null });
  const [announced] = await commitDeliveries([draftOf(call)]);
  const urls = ["https://r.example.com/1", "https://r.example.com/2"];
  const receipts = await Promise.all(
    Array.from({ length: 20 }, (_, i) => receiveDelivery(draftOf({ ...call, recordingUrl: urls[i % 2] ?? null }))),
  );
  expect(new Set(receipts.map(({ callId }) => callId)).size).toBe(2);
  expect(receipts.map(({ callId }) => callId)).toContain(announced?.callId);
});

test("the database itself refuses a second call of the same name", async () => {
  const { callId } = await receiveDelivery(draftOf(newCall()));
  await expect(
    sqlClient`insert into calls select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid()))).* from calls c where id = ${callId}`,
  ).rejects.toThrow(/calls_source_identity_key/);
});

test("text that PostgreSQL cannot hold is stored with replacement characters, and harms no neighbour in its batch", async () => {
  const hostile = newCall({ operatorName: "Ma\u0000ría \ud800" });
  const [first, second] = await Promise.all([receiveDelivery(draftOf(hostile)), receiveDelivery(draftOf(newCall()))]);
  expect([first?.verdict, second?.verdict]).toEqual(["accepted", "accepted"]);
  const [row] = await sqlClient`select operator_name as "operatorName" from calls where id = ${first?.callId ?? null}`;
  expect(row?.operatorName).toBe("Ma\ufffdría \ufffd");
});

test("a delivery that the database refuses fails alone", async () => {
  const impossible = receivedCall({ campaignId: 2_000_000_000, identity: { kind: "facts", factsKey: "no-campaign" } });
  const [good, bad, alsoGood] = await Promise.allSettled([
    receiveDelivery(draftOf(newCall())),
    receiveDelivery(draftOf(impossible)),
    receiveDelivery(draftOf(newCall())),
  ]);
  expect([good?.status, bad?.status, alsoGood?.status]).toEqual(["fulfilled", "rejected", "fulfilled"]);
});

test("while the database hangs only so many deliveries wait for it, and those that waited are taken in", async () => {
  const call = newCall();
  let accepted: Promise<unknown>[] = [];
  await sqlClient.begin(async (transaction) => {
    await transaction`lock table deliveries in access exclusive mode`;
    // The first is being committed, and waits in no queue.
    accepted = Array.from({ length: MAX_WAITING_DELIVERIES + 1 }, () => receiveDelivery(draftOf(call)));
    await expect(receiveDelivery(draftOf(call))).rejects.toMatchObject({ code: "unavailable" });
  });
  expect(await Promise.all(accepted)).toHaveLength(MAX_WAITING_DELIVERIES + 1);
});

test("when PostgreSQL undoes a commit to end a deadlock, the sender gets a receipt all the same", async () => {
  const [first, second] = [newCall(), newCall()];
  const receipts = await commitDeliveries([draftOf(first), draftOf(second)]);
  const [firstId = "", secondId = ""] = receipts.map(({ callId }) => callId ?? "").sort();
  const lock = (transaction: postgres.TransactionSql, id: string) => transaction`select id from calls where id = ${id} for update`;
  let repeated: Promise<Receipt[]> | undefined;
  await sqlClient.begin(async (transaction) => {
    await lock(transaction, secondId);
    // The one in front keeps reception busy, so that the other two share the commit after it: it holds one call and waits for the other.
    repeated = Promise.all([newCall(), first, second].map((call) => receiveDelivery(draftOf(call))));
    await expect
      .poll(() => sqlClient`select 1 from calls where id = ${firstId} for update skip locked`.then((rows) => rows.length))
      .toBe(0);
    await lock(transaction, firstId);
  });
  expect((await repeated)?.map(({ verdict }) => verdict)).toEqual(["accepted", "duplicate", "duplicate"]);
});
