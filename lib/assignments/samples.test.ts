import { beforeAll, expect, test } from "vitest";
import { makeCampaign, makeUser } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { createSample } from "./create-sample";
import { deleteSample } from "./delete-sample";
import { getSample } from "./get-sample";
import { listSampleAuditors } from "./list-sample-auditors";
import { listSampleCalls } from "./list-sample-calls";
import { listSamples } from "./list-samples";
import { previewSample } from "./preview-sample";
import { sampleInput } from "./sample-input";
import { completeAssignment } from "./testing/make-drawable-calls";
import { inputFor, makeSampledWorld, rowsOf, type SampledWorld } from "./testing/make-sampled-campaign";
import { verifySample } from "./verify-sample";

const NOT_FOUND = { code: "not_found" };
let world: SampledWorld;

beforeAll(async () => {
  world = await makeSampledWorld([2]);
});

test("a sample tells how far everybody is; deleted, it lets go of what waits and keeps what was done", async () => {
  const one = await makeSampledWorld([4, 4]);
  const { campaignId, supervisor, auditors } = one;
  const input = inputFor(one, [3, 2], { dueOn: "2026-11-21" });
  const { id } = await createSample({ actor: supervisor, campaignId, input });
  const rows = await rowsOf(id);
  const done = rows.filter(({ auditorId }) => auditorId === auditors[0]).slice(0, 2);
  for (const { taskId, auditorId } of done) await completeAssignment({ taskId, auditorId });
  const { items } = await listSamples({ viewer: supervisor });
  expect(items.find((sample) => sample.id === id)).toMatchObject({
    ...{ name: "Week 47", drawnCount: 5, dueOn: "2026-11-21", isOverdue: true },
    progress: [
      { name: "Ada", doneCount: 2, skippedCount: 0, openCount: 1 },
      { name: "Bruno", doneCount: 0, skippedCount: 0, openCount: 2 },
    ],
  });
  const first = await listSampleCalls({ viewer: supervisor, sampleId: id, limit: 3 });
  const second = await listSampleCalls({ viewer: supervisor, sampleId: id, limit: 3, cursor: first.nextCursor });
  expect([...first.items, ...second.items].map(({ taskId }) => taskId).toSorted()).toEqual(rows.map(({ taskId }) => taskId).toSorted());
  expect((await listSampleCalls({ viewer: supervisor, sampleId: id, state: "done" })).items).toHaveLength(2);

  expect(await deleteSample({ actor: supervisor, id })).toEqual({ isGone: false, deletedCount: 3 });
  expect(await getSample({ viewer: supervisor, id })).toMatchObject({
    isOverdue: false,
    drawnCount: 5,
    progress: [{ name: "Ada", doneCount: 2 }],
  });
  expect(await verifySample({ viewer: supervisor, id })).toMatchObject({ isReproduced: true });
  expect(await previewSample({ viewer: supervisor, campaignId, input })).toMatchObject({ drawableCount: 6 });

  const other = await createSample({ actor: supervisor, campaignId, input: inputFor(one, [1]) });
  expect(await deleteSample({ actor: supervisor, id: other.id })).toEqual({ isGone: true, deletedCount: 1 });
  await expect(getSample({ viewer: supervisor, id: other.id })).rejects.toMatchObject(NOT_FOUND);
});

test("samples are drawn and seen by admins and the campaign's supervisors; for anybody else there is nothing", async () => {
  const one = await makeSampledWorld([2]);
  const { campaignId, supervisor, auditors } = one;
  const admin: Viewer = { ...supervisor, role: "admin", campaignIds: [] };
  const { id } = await createSample({ actor: admin, campaignId, input: inputFor(one, [1]) });
  const outsider = { ...supervisor, campaignIds: [world.campaignId] };
  const strangers: Viewer[] = [
    outsider,
    { ...supervisor, campaignIds: [] },
    { ...supervisor, role: "auditor" },
    { ...supervisor, role: "agent" },
  ];
  for (const viewer of strangers) {
    const input = inputFor(one, [1]);
    await expect(previewSample({ viewer, campaignId, input })).rejects.toMatchObject(NOT_FOUND);
    await expect(createSample({ actor: viewer, campaignId, input })).rejects.toMatchObject(NOT_FOUND);
    await expect(listSampleAuditors({ viewer, campaignId })).rejects.toMatchObject(NOT_FOUND);
    await expect(getSample({ viewer, id })).rejects.toMatchObject(NOT_FOUND);
    await expect(listSampleCalls({ viewer, sampleId: id })).rejects.toMatchObject(NOT_FOUND);
    await expect(verifySample({ viewer, id })).rejects.toMatchObject(NOT_FOUND);
    await expect(deleteSample({ actor: viewer, id })).rejects.toMatchObject(NOT_FOUND);
    expect((await listSamples({ viewer })).items.some((sample) => sample.id === id)).toBe(false);
  }
  for (const viewer of [admin, supervisor]) expect((await getSample({ viewer, id })).id).toBe(id);
  await expect(getSample({ viewer: admin, id: "nonsense" })).rejects.toMatchObject(NOT_FOUND);
  const offered = await listSampleAuditors({ viewer: supervisor, campaignId });
  expect(offered.filter(({ role }) => role !== "admin").map(({ name }) => name)).toEqual(["Ada", "Bruno", "Sara"]);

  const stranger = await makeUser({ role: "auditor" });
  const foreign = inputFor(one, [1], {
    quotas: [
      { userId: auditors[0] ?? "", count: 1 },
      { userId: stranger, count: 1 },
    ],
  });
  await expect(createSample({ actor: admin, campaignId, input: foreign })).rejects.toMatchObject({
    details: { problem: "not_an_auditor" },
  });
  const bare = await makeCampaign();
  await expect(createSample({ actor: admin, campaignId: bare, input: inputFor(one, [1]) })).rejects.toMatchObject({
    details: { problem: "no_scorecard" },
  });
});

test("what a person types is judged field by field", () => {
  const good = { ...inputFor(world, [1]), dueOn: "" };
  expect(sampleInput.parse(good)).toMatchObject({ dueOn: null });
  const problemOf = (changes: object) =>
    sampleInput.safeParse({ ...good, ...changes }).error?.issues.map(({ path, message }) => `${String(path[0])}: ${message}`);
  expect(problemOf({ name: " " })).toEqual(["name: name_missing"]);
  expect(problemOf({ startsOn: "2026-02-30" })).toContain("startsOn: day_invalid");
  expect(problemOf({ endsOn: "2026-11-19" })).toEqual(["endsOn: days_turned_round"]);
  expect(problemOf({ seed: "" })).toEqual(["seed: seed_missing"]);
  expect(problemOf({ quotas: [] })).toEqual(["quotas: auditors_missing"]);
  expect(problemOf({ quotas: [{ userId: world.auditors[0], count: 10_001 }] })).toContain("quotas: too_many");
  expect(problemOf({ quotas: [{ userId: world.auditors[0], count: 0 }] })).toEqual(["quotas: quota_invalid"]);
});
