import { v7 } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import type { Verdict } from "@/db/enums";
import { makeTask } from "@/db/testing/make-task";
import { archiveCampaign } from "@/lib/campaigns/archive-campaign";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { recordDelivery } from "@/lib/campaigns/testing/record-delivery";
import { makePendingCall } from "@/lib/recordings/testing/pending-call";
import { noteWatch } from "./note-watch";
import { makeWeeks } from "./testing/make-weeks";
import { watchSources } from "./watch-sources";

const now = new Date("2026-11-23T15:30:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

beforeEach(async () => {
  await sqlClient`truncate source_alarms, deliveries, delivery_hours, installation_settings`;
  await sqlClient`update campaigns set archived_at = now()`;
});

const makeSource = async () => (await createCampaign({ actor: "system", name: "Watched", source: "anura" })).id;
const deliver = (campaignId: number, receivedAt: Date, verdict: Verdict = "accepted") =>
  recordDelivery({ campaignId, receivedAt, verdict });
const alarms = () => sqlClient`
  select campaign_id as "campaignId", kind, since, evidence, created_at as "createdAt" from source_alarms order by kind, campaign_id`;
const callOf = (campaignId: number, createdAt: Date, values: Partial<Parameters<typeof makePendingCall>[0]> = {}) =>
  makePendingCall({ campaignId, recordingUrl: "https://recordings.example.com/late.mp3", createdAt, updatedAt: createdAt, ...values });

test("a source that falls silent at its usual hours is told of, since its last event, and no more once events come again", async () => {
  const id = await makeSource();
  await makeWeeks({ campaignId: id, perHour: 120, until: now });
  await deliver(id, ago(25));
  expect(await watchSources({ now })).toEqual({ raised: 1, cleared: 0 });
  expect(await alarms()).toEqual([{ campaignId: id, kind: "silent", since: ago(25), evidence: { expected: 50 }, createdAt: now }]);

  const later = new Date(now.getTime() + 60_000);
  expect(await watchSources({ now: later })).toEqual({ raised: 0, cleared: 0 });
  expect(await alarms()).toMatchObject([{ evidence: { expected: 52 }, createdAt: now }]);

  await deliver(id, later);
  expect(await watchSources({ now: later })).toEqual({ raised: 0, cleared: 1 });
  expect(await alarms()).toEqual([]);
});

test("a replay does not end a silence, and one that was broken in between is a new alarm", async () => {
  const id = await makeSource();
  await makeWeeks({ campaignId: id, perHour: 120, until: now });
  await deliver(id, ago(25));
  await watchSources({ now });
  await recordDelivery({ campaignId: id, receivedAt: ago(1), replayOf: v7() });
  expect(await watchSources({ now })).toEqual({ raised: 0, cleared: 0 });
  await deliver(id, now);
  const later = new Date(now.getTime() + 30 * 60_000);
  await noteWatch({ now: new Date(now.getTime() + 9 * 60_000) });
  await noteWatch({ now: new Date(now.getTime() + 18 * 60_000) });
  await noteWatch({ now: new Date(now.getTime() + 27 * 60_000) });
  expect(await watchSources({ now: later })).toEqual({ raised: 1, cleared: 1 });
  expect(await alarms()).toMatchObject([{ since: now, createdAt: later }]);
});

test("an installation that was off does not blame the sources for what it did not hear", async () => {
  const id = await makeSource();
  await makeWeeks({ campaignId: id, perHour: 120, until: ago(60) });
  await deliver(id, ago(60));
  expect(await watchSources({ now })).toEqual({ raised: 0, cleared: 0 });
});

test("a young source, one without events, an archived one and a lively one are not silent", async () => {
  const [young, empty, archived, lively] = await Promise.all([makeSource(), makeSource(), makeSource(), makeSource()]);
  await makeWeeks({ campaignId: young, perHour: 120, until: now, weeks: 2 / 7 });
  for (const id of [empty, archived, lively]) await makeWeeks({ campaignId: id, perHour: 120, until: now });
  await sqlClient`delete from delivery_hours where campaign_id = ${empty}`;
  for (const id of [young, archived]) await deliver(id, ago(120));
  await deliver(lively, ago(1));
  await archiveCampaign({ actor: "system", id: archived });
  expect(await watchSources({ now })).toEqual({ raised: 0, cleared: 0 });
});

test("most of the recent deliveries refused is an alarm, a few are not, and it goes when deliveries pass again", async () => {
  const [refused, some] = await Promise.all([makeSource(), makeSource()]);
  for (let minute = 1; minute <= 6; minute++) {
    await deliver(refused, ago(minute), "refused");
    await deliver(some, ago(minute), minute <= 4 ? "refused" : "accepted");
  }
  expect(await watchSources({ now })).toEqual({ raised: 1, cleared: 0 });
  expect(await alarms()).toMatchObject([{ campaignId: refused, kind: "refused", since: ago(6), evidence: { refused: 6, recent: 6 } }]);
  for (let index = 0; index < 7; index++) await deliver(refused, now);
  expect(await watchSources({ now })).toEqual({ raised: 0, cleared: 1 });
});

test("recordings that wait while none comes through are an alarm, and a lost one among many is not", async () => {
  const [stuck, fine] = await Promise.all([makeSource(), makeSource()]);
  await callOf(stuck, ago(61));
  await callOf(fine, ago(61));
  await makeTask({ campaignId: fine, task: { createdAt: ago(10) } });
  expect(await watchSources({ now })).toEqual({ raised: 1, cleared: 0 });
  expect(await alarms()).toMatchObject([
    { campaignId: stuck, kind: "recordings_stuck", since: ago(61), evidence: { late: 1, unavailable: 0 } },
  ]);
  await makeTask({ campaignId: stuck, task: { createdAt: ago(0) } });
  expect(await watchSources({ now })).toEqual({ raised: 0, cleared: 1 });
});

test("many recordings given up lately are an alarm, unless far more came", async () => {
  const [bad, large] = await Promise.all([makeSource(), makeSource()]);
  for (const id of [bad, large])
    for (let index = 0; index < 5; index++)
      await callOf(id, ago(300 + index), { recordingStatus: "unavailable", recordingFailure: "gone" });
  for (let index = 0; index < 21; index++) await makeTask({ campaignId: large, task: { createdAt: ago(100) } });
  expect(await watchSources({ now })).toEqual({ raised: 1, cleared: 0 });
  expect(await alarms()).toMatchObject([{ campaignId: bad, kind: "recordings_stuck", evidence: { late: 0, unavailable: 5 } }]);
});

test("pages hear of each campaign whose alarms changed, and of nothing else", async () => {
  const heard: string[] = [];
  const { unlisten } = await sqlClient.listen("source_alarms_changed", (payload) => heard.push(payload));
  const id = await makeSource();
  await makeWeeks({ campaignId: id, perHour: 120, until: now });
  await deliver(id, ago(25));
  await watchSources({ now });
  await watchSources({ now });
  await deliver(id, now);
  await watchSources({ now });
  await expect
    .poll(() => heard)
    .toEqual([JSON.stringify({ campaignId: id }), JSON.stringify({ campaignId: id })].map((text) => text.replace(":", " : ")));
  await unlisten();
});
