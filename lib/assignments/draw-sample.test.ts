import { expect, test } from "vitest";
import { db, sqlClient } from "@/db/client";
import { makeAudit } from "@/db/testing/make-audit";
import { createSample } from "./create-sample";
import { drawSample } from "./draw-sample";
import { pickStratified } from "./pick-stratified";
import { previewSample } from "./preview-sample";
import { completeAssignment, DAY, makeDrawableCalls } from "./testing/make-drawable-calls";
import { inputFor, makeSampledWorld, rowsOf } from "./testing/make-sampled-campaign";
import { verifySample } from "./verify-sample";

test("the preview says how many calls there are, who gives how many, and which are audited or given already; the draw gives just that", async () => {
  const world = await makeSampledWorld([12, 5, 2]);
  const { campaignId, supervisor, operators, tasks } = world;
  const input = inputFor(world, [6, 3]);
  const before = await previewSample({ viewer: supervisor, campaignId, input });
  expect(before).toMatchObject({
    wantedCount: 9,
    callCount: 19,
    auditedCount: 0,
    assignedCount: 0,
    drawableCount: 19,
    drawnCount: 9,
    hasScorecard: true,
  });
  const shares = operators.map((id) => before.operators.find(({ operatorId }) => operatorId === id)?.share);
  expect(shares.toSorted()).toEqual([2, 3, 4]);
  expect(shares[2]).toBe(2);

  const { id, drawnCount } = await createSample({ actor: supervisor, campaignId, input });
  expect(drawnCount).toBe(9);
  const rows = await rowsOf(id);
  expect(operators.map((operatorId) => rows.filter((row) => row.operatorId === operatorId).length)).toEqual(shares);
  expect(world.auditors.map((auditorId) => rows.filter((row) => row.auditorId === auditorId).length)).toEqual([6, 3]);
  const calls = tasks.flatMap((ids, index) => ids.map((taskId) => ({ taskId, operatorId: operators[index] ?? null })));
  const picked = pickStratified({ calls, seed: "seed", count: 9, stratification: "operator" });
  expect(rows.map(({ taskId }) => taskId).toSorted()).toEqual(picked.map(({ taskId }) => taskId).toSorted());

  const left = tasks.flat().find((taskId) => !rows.some((row) => row.taskId === taskId)) ?? "";
  await makeAudit({
    ...{ scorecard: world.scorecard, campaignId, taskId: left },
    audit: { status: "completed", completedAt: new Date(), score: 90, scoreWithoutFail: 90 },
  });
  // What the machine alone audited is as good as any to look at.
  expect(await previewSample({ viewer: supervisor, campaignId, input })).toMatchObject({ auditedCount: 0, drawableCount: 10 });
  await sqlClient`update audits set completed_by = ${supervisor.userId} where task_id = ${left}`;
  expect(await previewSample({ viewer: supervisor, campaignId, input })).toMatchObject({
    auditedCount: 1,
    assignedCount: 9,
    drawableCount: 9,
  });
  const { id: second, drawnCount: rest } = await createSample({ actor: supervisor, campaignId, input: inputFor(world, [20, 10]) });
  expect(rest).toBe(9);
  const others = await rowsOf(second);
  expect(others.map(({ taskId }) => taskId).filter((taskId) => taskId === left || rows.some((row) => row.taskId === taskId))).toEqual([]);
  expect(world.auditors.map((auditorId) => others.filter((row) => row.auditorId === auditorId).length)).toEqual([6, 3]);
  await expect(createSample({ actor: supervisor, campaignId, input })).rejects.toMatchObject({ details: { problem: "nothing_to_draw" } });

  const [entry] = await sqlClient`select action, details from audit_log where object_id = ${id}`;
  expect(entry).toMatchObject({ action: "sample.drawn", details: { seed: "seed", populationCount: 19, count: 9 } });
  expect(await verifySample({ viewer: supervisor, id })).toEqual({
    ...{ isReproduced: true, populationThen: 19, populationNow: 19, drawnCount: 9, againCount: 9 },
  });
  expect(await verifySample({ viewer: supervisor, id: second })).toMatchObject({ isReproduced: true, populationThen: 9, populationNow: 9 });
});

test("a draw is made again after its calls were audited and new ones came, and is told to differ once its calls were another's", async () => {
  const one = await makeSampledWorld([6, 4]);
  const { campaignId, supervisor, auditors, operators } = one;
  const { id } = await createSample({ actor: supervisor, campaignId, input: inputFor(one, [2, 2]) });
  for (const { taskId, auditorId } of await rowsOf(id)) {
    await completeAssignment({ taskId, auditorId });
    await makeAudit({
      ...{ scorecard: one.scorecard, campaignId, taskId },
      audit: {
        status: "completed",
        completedAt: new Date(),
        score: 90,
        scoreWithoutFail: 90,
        auditorId: auditors[0],
        completedBy: auditors[0],
      },
    });
  }
  await makeDrawableCalls({ campaignId, operatorId: operators[0] ?? null, count: 3 });
  expect(await verifySample({ viewer: supervisor, id })).toMatchObject({ isReproduced: true, populationThen: 10, populationNow: 10 });
  const [moved] = await rowsOf(id);
  await sqlClient`update tasks set operator_id = (select id from operators where id <> ${moved?.operatorId ?? ""} and id = any(${operators})) where id = ${moved?.taskId ?? ""}`;
  expect((await verifySample({ viewer: supervisor, id })).isReproduced).toBe(false);
});

test("the database draws what the rule draws, by operator and of all alike", async () => {
  const one = await makeSampledWorld([7, 3, 1, 9]);
  const { campaignId, operators, tasks } = one;
  const calls = tasks.flatMap((ids, index) => ids.map((taskId) => ({ taskId, operatorId: operators[index] ?? null })));
  calls.push(...(await makeDrawableCalls({ campaignId, operatorId: null, count: 2 })).map((taskId) => ({ taskId, operatorId: null })));
  const population = {
    campaignId,
    timeZone: "UTC",
    startsOn: DAY,
    endsOn: DAY,
    kind: "quality" as const,
    auditorIds: [],
    at: new Date(),
    sampleId: null,
  };
  for (const stratification of ["operator", "none"] as const)
    for (const count of [1, 4, 11, 30]) {
      const seed = `seed ' ñ ${count}`;
      const draw = await db.transaction((transaction) => drawSample({ transaction, population, seed, count, stratification }));
      expect(draw).toEqual({ populationCount: 22, calls: pickStratified({ calls, seed, count, stratification }) });
    }
});

test("days are those of the campaign's time zone, and calls that nobody wrote down are drawn too: they can be heard", async () => {
  const one = await makeSampledWorld([1]);
  const { campaignId, supervisor, tasks } = one;
  await sqlClient`update campaigns set time_zone = 'America/Argentina/Buenos_Aires' where id = ${campaignId}`;
  const count = async () => (await previewSample({ viewer: supervisor, campaignId, input: inputFor(one, [1]) })).callCount;
  const [taskId = ""] = tasks.flat();
  for (const [at, expected] of [
    ["2026-11-20T03:00:00Z", 1],
    ["2026-11-21T02:59:59.999Z", 1],
    ["2026-11-20T02:59:59.999Z", 0],
    ["2026-11-21T03:00:00Z", 0],
  ] as const) {
    await sqlClient`update tasks set started_at = ${at} where id = ${taskId}`;
    expect(await count(), at).toBe(expected);
  }
  await sqlClient`update tasks set started_at = '2026-11-20T15:00:00Z' where id = ${taskId}`;
  await sqlClient`delete from transcripts where task_id = ${taskId}`;
  expect(await count()).toBe(1);
});

test("of draws of one campaign made at once none gets a call of another, and together they get all", async () => {
  const one = await makeSampledWorld([8, 8]);
  const { campaignId, supervisor: actor } = one;
  const draws = ["a", "b", "c", "d"].map((seed) => createSample({ actor, campaignId, input: inputFor(one, [2, 2], { seed }) }));
  const made = await Promise.all(draws);
  const rows = (await Promise.all(made.map(({ id }) => rowsOf(id)))).flat();
  expect(new Set(rows.map(({ taskId }) => taskId)).size).toBe(16);
  for (const { id } of made) expect(await verifySample({ viewer: actor, id })).toMatchObject({ isReproduced: true });
});

test("calibration gives each auditor every call, those that others audited too, and none that one of them knows", async () => {
  const one = await makeSampledWorld([3, 2]);
  const { campaignId, supervisor: actor, auditors, tasks } = one;
  const audited = (taskId = "", auditorId: string | null) =>
    makeAudit({
      ...{ scorecard: one.scorecard, campaignId, taskId },
      audit: { status: "completed", completedAt: new Date(), score: 90, scoreWithoutFail: 90, auditorId, completedBy: auditorId },
    });
  await audited(tasks[0]?.[0], auditors[0] ?? null);
  await audited(tasks[0]?.[1], null);
  const input = inputFor(one, [5, 5], { kind: "calibration" });
  const { id, drawnCount } = await createSample({ actor, campaignId, input });
  expect(drawnCount).toBe(4);
  const rows = await rowsOf(id);
  expect(rows).toHaveLength(8);
  expect(rows.some(({ taskId }) => taskId === tasks[0]?.[0])).toBe(false);
  expect(await verifySample({ viewer: actor, id })).toMatchObject({ isReproduced: true, drawnCount: 4, againCount: 4 });
  // What is compared can be audited for quality too, once.
  expect(await createSample({ actor, campaignId, input: inputFor(one, [9]) })).toMatchObject({ drawnCount: 4 });
});
