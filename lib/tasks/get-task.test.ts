import { v7 } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { deliveries, recordingAttempts } from "@/db/schema";
import { makeCampaign, makeOperator, makeTask } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { getTask } from "./get-task";
import { listTaskCampaigns } from "./list-task-campaigns";
import { listTaskOperators } from "./list-task-operators";

const admin: Viewer = { userId: v7(), role: "admin", campaignIds: [], operatorId: null };

test("a task that is another's is not found, exactly like one that is not there", async () => {
  const [campaignId, otherCampaignId, operatorId] = await Promise.all([makeCampaign(), makeCampaign(), makeOperator()]);
  const { taskId } = await makeTask({ campaignId, operatorId });
  const refusalOf = (viewer: Partial<Viewer>, id = taskId) =>
    getTask({ viewer: { ...admin, ...viewer }, id }).then(
      () => "found",
      ({ code, message }) => `${code}: ${message}`,
    );
  const missing = await refusalOf({}, v7());
  expect(missing).toMatch(/^not_found/);
  expect(await refusalOf({}, "no uuid")).toBe(missing);
  for (const role of ["supervisor", "auditor"] as const) {
    expect(await refusalOf({ role, campaignIds: [otherCampaignId] })).toBe(missing);
    expect(await refusalOf({ role, campaignIds: [campaignId] })).toBe("found");
  }
  expect(await refusalOf({ role: "agent", operatorId: await makeOperator(), campaignIds: [campaignId] })).toBe(missing);
  expect(await refusalOf({ role: "agent", operatorId: null, campaignIds: [campaignId] })).toBe(missing);
  expect(await refusalOf({ role: "agent", operatorId })).toBe("found");
});

test("a task brings its call, operator and recordings, and how it was received to those who may see that", async () => {
  const [campaignId, operatorId] = await Promise.all([makeCampaign({ timeZone: "America/Bogota" }), makeOperator("Sofía Benítez")]);
  const { taskId, callId, recordingId } = await makeTask({ campaignId, operatorId, call: { calling: "1150001111" } });
  const delivery = {
    source: "anura" as const,
    reason: "",
    problems: [],
    warnings: [],
    responseStatus: 200,
    campaignId,
    callKey: `key of ${callId}`,
    remoteAddress: "192.0.2.1",
    contentType: "application/json",
    headers: {},
    raw: Buffer.from("{}"),
    rawSha256: Buffer.alloc(32),
  };
  const [start, end, stranger] = [v7(), v7(), v7()];
  await db.insert(deliveries).values([
    { ...delivery, id: end, receivedAt: new Date(2000), verdict: "accepted", eventKind: "END", callId },
    { ...delivery, id: start, receivedAt: new Date(1000), verdict: "ignored", eventKind: "START" },
    { ...delivery, id: stranger, receivedAt: new Date(1500), verdict: "ignored", eventKind: "START", callKey: "another call" },
  ]);
  await db.insert(recordingAttempts).values({
    callId,
    startedAt: new Date(3000),
    durationMs: 20,
    outcome: "stored",
    reason: "",
    detail: "",
    url: "https://recordings.example.com/1.mp3",
    receivedBytes: 10,
  });

  const task = await getTask({ viewer: admin, id: taskId });
  expect(task).toMatchObject({
    id: taskId,
    campaign: { id: campaignId, timeZone: "America/Bogota" },
    operator: { id: operatorId, name: "Sofía Benítez" },
    call: { id: callId, calling: "1150001111" },
    recordings: [{ id: recordingId }],
    attempts: [{ outcome: "stored" }],
  });
  expect(task.deliveries.map(({ id }) => id)).toEqual([start, end]);

  for (const viewer of [
    { ...admin, role: "auditor" as const, campaignIds: [campaignId] },
    { ...admin, role: "agent" as const, operatorId },
  ]) {
    const seen = await getTask({ viewer, id: taskId });
    expect(seen).toMatchObject({ recordings: [{ id: recordingId }], attempts: [], deliveries: [] });
  }
});

test("filters offer a viewer the campaigns and operators of their own tasks only", async () => {
  const [own, foreign, ana, leo] = await Promise.all([
    makeCampaign(),
    makeCampaign(),
    makeOperator("Ana Filtro"),
    makeOperator("Leo Filtro"),
  ]);
  await makeTask({ campaignId: own, operatorId: ana });
  await makeTask({ campaignId: foreign, operatorId: leo });
  const auditor: Viewer = { ...admin, role: "auditor", campaignIds: [own] };
  expect(await listTaskOperators({ viewer: auditor, text: "filtro" })).toEqual([{ id: ana, name: "Ana Filtro" }]);
  expect(await listTaskOperators({ viewer: auditor, ids: [leo] })).toEqual([]);
  expect((await listTaskOperators({ viewer: admin, text: "FILTRO" })).map(({ id }) => id)).toEqual([ana, leo]);
  expect((await listTaskCampaigns({ viewer: auditor })).map(({ id }) => id)).toEqual([own]);
  expect(await listTaskCampaigns({ viewer: { ...admin, role: "agent", operatorId: ana, campaignIds: [own] } })).toEqual([]);
});
