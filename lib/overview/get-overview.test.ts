import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { calls, deliveries, recordings, tasks } from "@/db/schema";
import { makeCampaign, makeTask } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { getOverview } from "./get-overview";

const admin: Viewer = { userId: v7(), role: "admin", campaignIds: [], operatorId: null };
/** Half past noon in Buenos Aires. */
const now = new Date("2026-11-23T15:30:00Z");

test("numbers count what the viewer may see, and today begins at midnight in the installation's zone", async () => {
  expect(await getOverview({ viewer: admin, now })).toEqual({
    tasksToday: 0,
    tasksYesterday: 0,
    failedTasks: 0,
    waitingRecordings: 0,
    unavailableRecordings: 0,
    lastDeliveryAt: null,
    hasCampaigns: false,
  });

  const [sales, support] = await Promise.all([makeCampaign(), makeCampaign()]);
  await makeTask({ campaignId: sales, task: { createdAt: new Date("2026-11-23T03:00:00Z") } });
  await makeTask({ campaignId: sales, task: { createdAt: new Date("2026-11-23T02:59:59Z") } });
  await makeTask({ campaignId: support, task: { createdAt: now } });
  await makeTask({ campaignId: support, task: { createdAt: new Date("2026-11-22T15:00:00Z"), status: "failed", failure: "Cut off." } });
  await makeTask({ campaignId: support, task: { createdAt: new Date("2026-11-22T16:00:00Z") } });
  await callWithoutTask(sales, { recordingStatus: "pending" });
  await callWithoutTask(support, {
    recordingStatus: "unavailable",
    recordingAttemptCount: 14,
    updatedAt: new Date("2026-11-22T00:00:00Z"),
  });
  await callWithoutTask(support, { recordingStatus: "unavailable", updatedAt: new Date("2026-11-01T00:00:00Z") });
  await deliveryAt(sales, new Date("2026-11-23T15:00:00Z"));
  await deliveryAt(support, new Date("2026-11-23T15:20:00Z"));

  expect(await getOverview({ viewer: admin, now })).toEqual({
    tasksToday: 2,
    tasksYesterday: 1,
    failedTasks: 1,
    waitingRecordings: 1,
    unavailableRecordings: 1,
    lastDeliveryAt: new Date("2026-11-23T15:20:00Z"),
    hasCampaigns: true,
  });
  const supervisor: Viewer = { ...admin, role: "supervisor", campaignIds: [sales] };
  expect(await getOverview({ viewer: supervisor, now })).toMatchObject({
    tasksToday: 1,
    waitingRecordings: 1,
    unavailableRecordings: 0,
    lastDeliveryAt: new Date("2026-11-23T15:00:00Z"),
  });
  expect(await getOverview({ viewer: { ...supervisor, role: "auditor" }, now })).toMatchObject({ tasksToday: 1, lastDeliveryAt: null });
  expect(await getOverview({ viewer: { ...admin, role: "agent" }, now })).toMatchObject({ tasksToday: 0, waitingRecordings: 0 });
});

async function callWithoutTask(campaignId: number, values: Partial<typeof calls.$inferInsert>): Promise<string> {
  const { taskId, callId, recordingId } = await makeTask({ campaignId });
  await db.delete(tasks).where(eq(tasks.id, taskId));
  await db.delete(recordings).where(eq(recordings.id, recordingId));
  await db.update(calls).set(values).where(eq(calls.id, callId));
  return callId;
}

async function deliveryAt(campaignId: number, receivedAt: Date) {
  await db.insert(deliveries).values({
    id: v7(),
    receivedAt,
    source: "anura",
    verdict: "accepted",
    reason: "",
    problems: [],
    warnings: [],
    responseStatus: 200,
    eventKind: "END",
    campaignId,
    remoteAddress: "192.0.2.1",
    contentType: "application/json",
    headers: {},
    raw: Buffer.from("{}"),
    rawSha256: Buffer.alloc(32),
  });
}
