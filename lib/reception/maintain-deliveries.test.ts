import { v7 } from "uuid";
import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { maintainDeliveries } from "./maintain-deliveries";
import { receiveDelivery } from "./receive-delivery";

async function receiveAt(receivedAt: Date) {
  const id = v7();
  const nothing = {
    eventKind: "",
    campaignId: null,
    callKey: null,
    apiKeyId: null,
    remoteAddress: "",
    contentType: "",
    headers: {},
    replayOf: null,
  };
  await receiveDelivery({
    ...nothing,
    id,
    receivedAt,
    source: "anura",
    raw: Buffer.from("x"),
    problems: [],
    warnings: [],
    call: null,
    verdict: "refused",
    reason: "invalid_json",
    responseStatus: 400,
  });
  return id;
}

async function partitionOf(id: string) {
  const [row] = await sqlClient`select tableoid::regclass::text as name from deliveries where id = ${id}`;
  return row?.name ?? null;
}

test("each month has its partition before it begins, and a month older than the retention goes as a whole", async () => {
  const november = new Date("2026-11-23T12:00:00Z");
  const stray = await receiveAt(new Date("2026-07-01T00:00:00Z"));
  expect(await maintainDeliveries({ now: november, retentionDays: 90 })).toEqual({
    made: ["deliveries_2026_11", "deliveries_2026_12", "deliveries_2027_01"],
    dropped: [],
  });
  expect(await partitionOf(stray)).toBeNull();
  const old = await receiveAt(new Date("2026-11-30T23:59:59.999Z"));
  const young = await receiveAt(new Date("2026-12-01T00:00:00Z"));
  expect([await partitionOf(old), await partitionOf(young)]).toEqual(["deliveries_2026_11", "deliveries_2026_12"]);
  expect((await maintainDeliveries({ now: november, retentionDays: 90 })).made).toEqual([]);
  expect((await maintainDeliveries({ now: new Date("2027-03-01T00:00:01Z"), retentionDays: 90 })).dropped).toEqual(["deliveries_2026_11"]);
  expect([await partitionOf(old), await partitionOf(young)]).toEqual([null, "deliveries_2026_12"]);
});

test("a month whose first deliveries came before its partition stays readable", async () => {
  const early = await receiveAt(new Date("2030-05-05T00:00:00Z"));
  const { made } = await maintainDeliveries({ now: new Date("2030-05-06T00:00:00Z"), retentionDays: 90 });
  expect(made).toEqual(["deliveries_2030_06", "deliveries_2030_07"]);
  expect(await partitionOf(early)).toBe("deliveries_default");
});
