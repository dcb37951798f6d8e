import { v7 } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import type { Verdict } from "@/db/enums";
import { makeCampaign } from "@/db/testing/make-task";
import { recordDelivery } from "@/lib/campaigns/testing/record-delivery";
import { rollUpDeliveries } from "./roll-up-deliveries";

beforeEach(() => sqlClient`truncate deliveries, delivery_hours, installation_settings`);

const at = (time: string) => new Date(`2026-11-23T${time}Z`);
const deliver = (campaignId: number | null, time: string, verdict: Verdict = "accepted") =>
  recordDelivery({ campaignId, receivedAt: at(time), verdict });
const hoursOf = (campaignId: number) => sqlClient`
  select to_char(hour, 'HH24:MI') as hour, accepted, duplicate, ignored, refused from delivery_hours where campaign_id = ${campaignId} order by 1`;

test("hours that are over are counted by verdict, and the one that runs is not", async () => {
  const [sales, support] = await Promise.all([makeCampaign(), makeCampaign()]);
  for (const verdict of ["accepted", "accepted", "duplicate", "ignored", "refused"] as const) await deliver(sales, "10:15:00", verdict);
  await deliver(sales, "11:59:59.999");
  await deliver(sales, "12:00:00");
  await deliver(support, "10:00:00", "refused");
  await deliver(null, "10:30:00", "refused");
  expect(await rollUpDeliveries({ now: at("12:30:00") })).toEqual(at("12:00:00"));
  expect(await hoursOf(sales)).toEqual([
    { hour: "10:00", accepted: 2, duplicate: 1, ignored: 1, refused: 1 },
    { hour: "11:00", accepted: 1, duplicate: 0, ignored: 0, refused: 0 },
  ]);
  expect(await hoursOf(support)).toEqual([{ hour: "10:00", accepted: 0, duplicate: 0, ignored: 0, refused: 1 }]);
});

test("what a person replayed and what names a campaign that there is not are left out", async () => {
  const sales = await makeCampaign();
  await deliver(sales, "10:15:00");
  await recordDelivery({ campaignId: sales, receivedAt: at("10:20:00"), replayOf: v7() });
  await deliver(2_000_000_000, "10:25:00");
  await rollUpDeliveries({ now: at("12:30:00") });
  expect(await hoursOf(sales)).toMatchObject([{ hour: "10:00", accepted: 1 }]);
  expect(await sqlClient`select from delivery_hours`).toHaveLength(1);
});

test("running again, or twice at once, counts nothing twice, and a delivery that was committed late is counted", async () => {
  const sales = await makeCampaign();
  await deliver(sales, "10:15:00");
  await Promise.all([rollUpDeliveries({ now: at("11:30:00") }), rollUpDeliveries({ now: at("11:30:00") })]);
  await deliver(sales, "10:59:00");
  await rollUpDeliveries({ now: at("11:40:00") });
  expect(await hoursOf(sales)).toMatchObject([{ hour: "10:00", accepted: 1 }]);
  await rollUpDeliveries({ now: at("12:03:00") });
  await rollUpDeliveries({ now: at("12:03:00") });
  expect(await hoursOf(sales)).toMatchObject([{ hour: "10:00", accepted: 2 }]);
});

test("an hour waits a moment after its end for deliveries that are being committed", async () => {
  const sales = await makeCampaign();
  await deliver(sales, "10:15:00");
  await rollUpDeliveries({ now: at("11:01:30") });
  expect(await hoursOf(sales)).toEqual([]);
  await rollUpDeliveries({ now: at("11:02:00") });
  expect(await hoursOf(sales)).toHaveLength(1);
});

test("a long history takes several bounded runs, and hours in which nothing came hold none of them up", async () => {
  const sales = await makeCampaign();
  for (const time of ["00:10:00", "01:10:00", "02:10:00", "09:10:00", "10:10:00"]) await deliver(sales, time);
  const now = at("14:30:00");
  const run = () => rollUpDeliveries({ now, maxDeliveries: 2 });
  expect(await run()).toEqual(at("02:00:00"));
  expect(await hoursOf(sales)).toHaveLength(2);
  let runs = 1;
  while ((await run())?.getTime() !== at("14:00:00").getTime()) runs += 1;
  expect(runs).toBeLessThan(5);
  expect(await hoursOf(sales)).toHaveLength(5);
});

test("an installation that has received nothing yet is done at once", async () => {
  expect(await rollUpDeliveries({ now: at("12:30:00") })).toEqual(at("12:00:00"));
  expect(await rollUpDeliveries({ now: at("12:40:00") })).toEqual(at("12:00:00"));
});
