import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db, sqlClient } from "@/db/client";
import { operators, tasks } from "@/db/schema";
import { makeCampaign, makeOperator, makeTask } from "@/db/testing/make-task";
import { addOperatorAlias } from "../add-operator-alias";
import { holdAssignableOperator } from "../hold-assignable-operator";
import { holdOperator } from "../operator-locks";
import { recordOperator } from "../record-operator";
import { takeInCall } from "../testing/take-in-call";
import { mergeOperators } from "./merge-operators";
import { undoOperatorMerge } from "./undo-operator-merge";

const actor = "system" as const;
let campaignId: number;

beforeAll(async () => {
  campaignId = await makeCampaign();
});

async function operatorOf(taskId: string | null) {
  const task = await db.query.tasks.findFirst({ where: eq(tasks.id, taskId ?? "") });
  return task?.operatorId;
}

/** Until another connection waits for a lock that somebody holds. */
async function waitUntilBlocked() {
  for (let blocked = 0; blocked === 0; )
    blocked = (
      await sqlClient`select 1 from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`
    ).length;
}

test("a call that found the source just before a merge and is written just after it ends with the target", async () => {
  const [sourceId, targetId] = [await makeOperator("Ana Uno"), await makeOperator("Ana Dos")];
  let mergeId = "";
  const { taskId } = await takeInCall({
    campaignId,
    operatorName: "Ana Uno",
    onFound: async (found) => {
      expect(found).toBe(sourceId);
      ({ mergeId } = await mergeOperators({ actor, sourceId, targetId }));
    },
  });
  expect(await operatorOf(taskId)).toBe(targetId);

  // The same the other way: it found the target by the source's name, and the merge was undone before it was written.
  const second = await takeInCall({
    campaignId,
    operatorName: "Ana Uno",
    onFound: async (found) => {
      expect(found).toBe(targetId);
      await undoOperatorMerge({ actor, mergeId });
    },
  });
  expect(await operatorOf(taskId)).toBe(sourceId);
  expect(await operatorOf(second.taskId)).toBe(sourceId);
});

test("a merge waits for a call that is being written under the source's name, and takes it along", async () => {
  const [sourceId, targetId] = [await makeOperator("Luz Uno"), await makeOperator("Luz Dos")];
  let merging: ReturnType<typeof mergeOperators> | undefined;
  const { callId } = await makeTask({ campaignId });
  await sqlClient.begin(async (transaction) => {
    const operatorId = await holdOperator({ transaction, name: "luz uno" });
    merging = mergeOperators({ actor, sourceId, targetId });
    await waitUntilBlocked();
    await transaction`update calls set operator_id = ${operatorId} where id = ${callId}`;
    await transaction`update tasks set operator_id = ${operatorId} where call_id = ${callId}`;
  });
  expect(await merging).toMatchObject({ callCount: 1, taskCount: 1 });
  expect(await sqlClient`select operator_id from tasks where call_id = ${callId}`).toEqual([{ operator_id: targetId }]);
});

test("a task that is given to an operator by hand while it is merged away is taken along, or refused", async () => {
  const [sourceId, targetId] = [await makeOperator("Sol Uno"), await makeOperator("Sol Dos")];
  const { taskId } = await makeTask({ campaignId });
  let merging: ReturnType<typeof mergeOperators> | undefined;
  await db.transaction(async (tx) => {
    await holdAssignableOperator(tx, actor, sourceId);
    merging = mergeOperators({ actor, sourceId, targetId });
    await waitUntilBlocked();
    await tx.update(tasks).set({ operatorId: sourceId }).where(eq(tasks.id, taskId));
  });
  expect(await merging).toMatchObject({ taskCount: 1 });
  expect(await operatorOf(taskId)).toBe(targetId);
  await expect(db.transaction((tx) => holdAssignableOperator(tx, actor, sourceId))).rejects.toMatchObject({ code: "conflict" });
});

test("calls that pour in under both names while both are merged and parted again all end with whom their name means", async () => {
  const [sourceId, targetId] = [await makeOperator("Mar Uno"), await makeOperator("Mar Dos")];
  const arriving = Array.from({ length: 40 }, (_, index) => takeInCall({ campaignId, operatorName: index % 2 ? "Mar Uno" : "Mar Dos" }));
  const { mergeId } = await mergeOperators({ actor, sourceId, targetId });
  const merged = await Promise.all([...arriving, ...Array.from({ length: 10 }, () => takeInCall({ campaignId, operatorName: "MAR UNO" }))]);
  for (const { taskId } of merged) expect(await operatorOf(taskId)).toBe(targetId);
  await undoOperatorMerge({ actor, mergeId });
  for (const [index, { taskId }] of merged.entries()) expect(await operatorOf(taskId)).toBe(index >= 40 || index % 2 ? sourceId : targetId);
});

test("two merges and an alias at once each end whole, and no name leads to somebody who is gone", async () => {
  const [a, b, c] = [await makeOperator("Tres A"), await makeOperator("Tres B"), await makeOperator("Tres C")];
  const results = await Promise.allSettled([
    mergeOperators({ actor, sourceId: a, targetId: b }),
    mergeOperators({ actor, sourceId: b, targetId: a }),
    mergeOperators({ actor, sourceId: b, targetId: c }),
    addOperatorAlias({ actor, id: c, name: "Tres D" }),
    recordOperator({ name: "Tres D" }),
  ]);
  const refusals = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  for (const refusal of refusals) expect(refusal).toMatchObject({ code: "conflict" });
  for (const name of ["Tres A", "Tres B", "Tres C", "Tres D"]) {
    const found = await recordOperator({ name });
    const row = await db.query.operators.findFirst({ where: eq(operators.id, found?.operatorId ?? "") });
    expect(row?.mergedIntoId).toBeNull();
  }
});
