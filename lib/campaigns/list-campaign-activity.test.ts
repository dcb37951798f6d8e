import { expect, test } from "vitest";
import { db } from "@/db/client";
import { calls, recordings, tasks } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { createCampaign } from "./create-campaign";
import { listCampaigns } from "./list-campaigns";
import { recordDelivery } from "./testing/record-delivery";

const admin: Viewer = { userId: "0199a1b2-0000-7000-8000-000000000001", role: "admin", campaignIds: [], operatorId: null };
const now = new Date("2026-11-23T04:30:00Z");

test("today starts at midnight of the campaign's own zone, and the installation's where it has none", async () => {
  // 04:30 UTC: half past one in Buenos Aires (midnight was 03:00 UTC), half past eleven of the day before in Bogotá (05:00 UTC).
  const installation = await createCampaign({ actor: "system", name: "Today, installation" });
  const bogota = await createCampaign({ actor: "system", name: "Today, Bogotá", timeZone: "America/Bogota" });
  const quiet = await createCampaign({ actor: "system", name: "Today, quiet" });
  for (const { id } of [installation, bogota]) {
    await recordTask(id, "2026-11-22T06:00:00Z");
    await recordTask(id, "2026-11-23T02:59:59Z");
    await recordTask(id, "2026-11-23T03:00:00Z");
  }
  const { items } = await listCampaigns({ viewer: admin, search: "Today", now });
  expect(items.map(({ id, tasksToday }) => [id, tasksToday])).toEqual([
    [quiet.id, 0],
    [bogota.id, 3],
    [installation.id, 1],
  ]);
});

test("the last event is the newest delivery that named the campaign, whatever became of it", async () => {
  const { id } = await createCampaign({ actor: "system", name: "Eventful" });
  const other = await createCampaign({ actor: "system", name: "Eventful too" });
  await recordDelivery({ campaignId: id, receivedAt: new Date("2026-11-21T10:00:00.123Z") });
  await recordDelivery({ campaignId: id, receivedAt: new Date("2026-11-22T10:00:00.456Z"), verdict: "refused" });
  const { items } = await listCampaigns({ viewer: admin, search: "Eventful", now });
  expect(items.map((item) => [item.id, item.lastEventAt])).toEqual([
    [other.id, null],
    [id, new Date("2026-11-22T10:00:00.456Z")],
  ]);
});

async function recordTask(campaignId: number, createdAt: string): Promise<void> {
  const unique = crypto.randomUUID();
  const facts = { campaignId, source: "anura", direction: "inbound", startedAt: now, durationSeconds: 60 } as const;
  const call = { id: crypto.randomUUID(), identityKey: unique, externalId: unique, calling: "", called: "", callingNormalized: "" };
  await db.insert(calls).values({
    ...facts,
    ...call,
    calledNormalized: "",
    disposition: "",
    billableSeconds: 60,
    extension: "",
    operatorName: "",
    isEnded: true,
    recordingStatus: "stored",
  });
  const recordingId = crypto.randomUUID();
  await db.insert(recordings).values({
    id: recordingId,
    callId: call.id,
    sha256: "0".repeat(64),
    sizeBytes: 1,
    mediaType: "audio/wav",
    durationSeconds: 60,
    channelCount: 1,
    sampleRateHz: 8000,
    isPartial: false,
    silenceRatio: 0,
  });
  await db.insert(tasks).values({ ...facts, callId: call.id, recordingId, audioIdentityKey: unique, createdAt: new Date(createdAt) });
}
