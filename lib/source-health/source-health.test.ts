import { v7 } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import type { Role } from "@/db/enums";
import type { Viewer } from "@/lib/auth/viewer";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { recordDelivery } from "@/lib/campaigns/testing/record-delivery";
import { makePendingCall } from "@/lib/recordings/testing/pending-call";
import { getSourceHealth } from "./get-source-health";
import { listSourceAlarms } from "./list-source-alarms";
import { listSourceHealth } from "./list-source-health";
import { makeWeeks } from "./testing/make-weeks";

/** Half past noon on a Monday in Buenos Aires. */
const now = new Date("2026-11-23T15:30:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const viewerOf = (role: Role, campaignIds: number[] = []): Viewer => ({ userId: v7(), role, campaignIds, operatorId: null });
const admin = viewerOf("admin");
const makeSource = async (name: string) => (await createCampaign({ actor: "system", name, source: "anura" })).id;
const raise = (campaignId: number, kind: "silent" | "refused" | "recordings_stuck") => sqlClient`
  insert into source_alarms (campaign_id, kind, since, evidence, created_at) values (${campaignId}, ${kind}, ${ago(60)}, '{"expected": 40}', ${now})`;

beforeEach(async () => {
  await sqlClient`truncate source_alarms, deliveries, delivery_hours, installation_settings`;
  await sqlClient`update campaigns set archived_at = now()`;
});

test("a source's health tells its last event, today beside the usual day, its rates, refusals and recordings", async () => {
  const id = await makeSource("Whole");
  await makeWeeks({ campaignId: id, perHour: 10, until: now });
  for (const [reason, minutes] of [
    ["invalid_fields", 4],
    ["invalid_fields", 3],
    ["invalid_json", 2],
  ] as const)
    await recordDelivery({ campaignId: id, receivedAt: ago(minutes), verdict: "refused", reason });
  await recordDelivery({ campaignId: id, receivedAt: ago(5), verdict: "ignored", reason: "not_end" });
  await recordDelivery({ campaignId: id, receivedAt: ago(1), verdict: "refused", reason: "replayed", replayOf: v7() });
  const createdAt = ago(30);
  await makePendingCall({ campaignId: id, recordingUrl: "https://recordings.example.com/1.mp3", createdAt });
  await makePendingCall({
    campaignId: id,
    recordingUrl: "https://recordings.example.com/2.mp3",
    recordingStatus: "unavailable",
    updatedAt: ago(24 * 60),
  });
  const health = await getSourceHealth({ viewer: admin, campaignId: id, now });
  expect(health).toMatchObject({
    state: "healthy",
    lastEventAt: ago(2),
    successToday: 121 / 124,
    successThisWeek: 1 - 3 / (7 * 24 * 10 + 4),
    refusedToday: 3,
    refusedReason: "invalid_fields",
    waitingRecordings: 1,
    oldestWaitingAt: createdAt,
    unavailableRecordings: 1,
    alarms: [],
  });
  // Twelve hours from midnight to noon, and half of the one that runs.
  expect(health.today).toMatchObject({ events: 124, usualUntilNow: 125 });
  expect(health.today.hours).toHaveLength(24);
  expect(health.today.hours[11]).toEqual({ hour: 11, events: 10, usual: 10, isAhead: false });
  expect(health.today.hours[12]).toEqual({ hour: 12, events: 4, usual: 10, isAhead: false });
  expect(health.today.hours[13]).toEqual({ hour: 13, events: 0, usual: 10, isAhead: true });
});

test("a new source has no usual day, and no rates before its first event", async () => {
  const id = await makeSource("New");
  expect(await getSourceHealth({ viewer: admin, campaignId: id, now })).toMatchObject({
    state: "waiting",
    lastEventAt: null,
    successToday: null,
    successThisWeek: null,
    refusedReason: null,
    oldestWaitingAt: null,
    today: { events: 0, usualUntilNow: null },
  });
});

test("sources are listed worst first, counted by state, and no more than asked for", async () => {
  const [healthy, waiting, refusing, silent] = [
    await makeSource("Healthy"),
    await makeSource("Waiting"),
    await makeSource("Refusing"),
    await makeSource("Silent and stuck"),
  ];
  const { id: bare } = await createCampaign({ actor: "system", name: "Bare" });
  await makeWeeks({ campaignId: healthy, perHour: 6, until: now });
  await recordDelivery({ campaignId: healthy, receivedAt: ago(3) });
  await raise(refusing, "refused");
  await raise(silent, "recordings_stuck");
  await raise(silent, "silent");
  const { items, counts, total } = await listSourceHealth({ viewer: admin, limit: 10, now });
  expect(items.map(({ campaignId, state }) => [campaignId, state])).toEqual([
    [silent, "silent"],
    [refusing, "refused"],
    [bare, "without_source"],
    [waiting, "waiting"],
    [healthy, "healthy"],
  ]);
  expect(items[0]).toMatchObject({ since: ago(60), lastEventAt: null, eventsToday: 0, usualUntilNow: null });
  expect(items[4]).toMatchObject({ since: null, lastEventAt: ago(3), eventsToday: 73, usualUntilNow: 75 });
  expect(counts).toEqual({ silent: 1, refused: 1, recordings_stuck: 0, without_source: 1, waiting: 1, healthy: 1 });
  expect(total).toBe(5);
  expect((await listSourceHealth({ viewer: admin, limit: 2, now })).items).toHaveLength(2);
});

test("a supervisor sees the health of their own campaigns, others' are not found, and auditors and agents see none", async () => {
  const [own, other] = [await makeSource("Own"), await makeSource("Other")];
  for (const id of [own, other]) await raise(id, "silent");
  const supervisor = viewerOf("supervisor", [own]);
  expect((await getSourceHealth({ viewer: supervisor, campaignId: own, now })).alarms).toMatchObject([{ campaignId: own, kind: "silent" }]);
  await expect(getSourceHealth({ viewer: supervisor, campaignId: other, now })).rejects.toMatchObject({ code: "not_found" });
  expect((await listSourceAlarms({ viewer: supervisor })).map(({ campaignId }) => campaignId)).toEqual([own]);
  expect(await listSourceAlarms({ viewer: supervisor, campaignIds: [other] })).toEqual([]);
  expect((await listSourceHealth({ viewer: supervisor, limit: 10, now })).items.map(({ campaignId }) => campaignId)).toEqual([own]);
  expect(await listSourceAlarms({ viewer: admin })).toHaveLength(2);
  for (const viewer of [viewerOf("auditor", [own]), viewerOf("agent", [own]), viewerOf("supervisor")]) {
    await expect(getSourceHealth({ viewer, campaignId: own, now })).rejects.toMatchObject({ code: "not_found" });
    expect(await listSourceAlarms({ viewer })).toEqual([]);
    expect(await listSourceHealth({ viewer, limit: 10, now })).toMatchObject({ items: [], total: 0 });
  }
});

test("an archived campaign's alarm is shown to nobody", async () => {
  const id = await makeSource("Archived");
  await raise(id, "silent");
  await sqlClient`update campaigns set archived_at = now() where id = ${id}`;
  expect(await listSourceAlarms({ viewer: admin })).toEqual([]);
});
