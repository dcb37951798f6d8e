import { eq, inArray } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db, sqlClient } from "@/db/client";
import { auditLog, calls, operatorAliases, operatorMergeItems, operators, tasks, users } from "@/db/schema";
import { makeCampaign, makeOperator, makeTask, makeUser } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { addOperatorAlias } from "../add-operator-alias";
import { findOperator } from "../find-operator";
import { recordOperator } from "../record-operator";
import { removeOperatorAlias } from "../remove-operator-alias";
import { renameOperator } from "../rename-operator";
import { takeInCall } from "../testing/take-in-call";
import { mergeOperators } from "./merge-operators";
import { undoOperatorMerge } from "./undo-operator-merge";

const actor = "system" as const;
let campaignId: number;
let count = 0;

beforeAll(async () => {
  campaignId = await makeCampaign();
});

/** Two operators by names that nobody else has, with so many calls each. */
async function makePair({ sourceCalls = 3, targetCalls = 2 } = {}) {
  count += 1;
  const names = { source: `Jose Perez ${count}x`, target: `José A. Pérez ${count}x` };
  const [sourceId, targetId] = [await makeOperator(names.source), await makeOperator(names.target)];
  const made = { source: [] as string[], target: [] as string[] };
  for (let index = 0; index < sourceCalls; index++) made.source.push((await makeTask({ campaignId, operatorId: sourceId })).taskId);
  for (let index = 0; index < targetCalls; index++) made.target.push((await makeTask({ campaignId, operatorId: targetId })).taskId);
  return { sourceId, targetId, names, made };
}

async function ownerOf(taskId: string | null) {
  const [row] = await db
    .select({ task: tasks.operatorId, call: calls.operatorId })
    .from(tasks)
    .innerJoin(calls, eq(calls.id, tasks.callId))
    .where(eq(tasks.id, taskId ?? ""));
  return row?.task === row?.call ? row?.task : { ...row };
}

test("a merge moves calls, tasks and names, later calls under the source's name find the target, and undoing restores all of it", async () => {
  const { sourceId, targetId, names, made } = await makePair();
  await addOperatorAlias({ actor, id: sourceId, name: `Pepe ${count}x` });
  const { mergeId, callCount, taskCount } = await mergeOperators({ actor, sourceId, targetId });
  expect({ callCount, taskCount }).toEqual({ callCount: 3, taskCount: 3 });
  for (const taskId of [...made.source, ...made.target]) expect(await ownerOf(taskId)).toBe(targetId);
  expect(await findOperator({ name: names.source.toUpperCase() })).toEqual({ operatorId: targetId, name: names.target });
  expect(await recordOperator({ name: `pepe ${count}X` })).toEqual({ operatorId: targetId });
  expect(await db.query.operators.findFirst({ where: eq(operators.id, sourceId) })).toMatchObject({
    mergedIntoId: targetId,
    name: names.source,
  });

  const since = await takeInCall({ campaignId, operatorName: names.source.toLowerCase() });
  const sinceByAlias = await takeInCall({ campaignId, operatorName: `PEPE  ${count}x` });
  const sinceOfTarget = await takeInCall({ campaignId, operatorName: names.target });
  for (const { taskId } of [since, sinceByAlias, sinceOfTarget]) expect(await ownerOf(taskId)).toBe(targetId);

  expect(await undoOperatorMerge({ actor, mergeId })).toEqual({ sourceId, targetId, callCount: 5, taskCount: 5 });
  for (const taskId of [...made.source, since.taskId, sinceByAlias.taskId]) expect(await ownerOf(taskId)).toBe(sourceId);
  for (const taskId of [...made.target, sinceOfTarget.taskId]) expect(await ownerOf(taskId)).toBe(targetId);
  expect(await findOperator({ name: names.source })).toEqual({ operatorId: sourceId, name: names.source });
  expect(await findOperator({ name: `pepe ${count}x` })).toEqual({ operatorId: sourceId, name: names.source });
  expect(await db.$count(operatorAliases, eq(operatorAliases.operatorId, targetId))).toBe(0);
  expect(await db.$count(operatorMergeItems, eq(operatorMergeItems.mergeId, mergeId))).toBe(0);
  const entries = await db.select().from(auditLog).where(eq(auditLog.objectId, targetId)).orderBy(auditLog.seq);
  expect(entries.map(({ action, details }) => [action, details.calls])).toEqual([
    ["operator.merged", 3],
    ["operator.merge_undone", 5],
  ]);
});

test("undoing leaves what people changed since: a call given to somebody else, an alias taken away, a new name", async () => {
  const { sourceId, targetId, made } = await makePair();
  const third = await makeOperator(`Third ${count}x`);
  await addOperatorAlias({ actor, id: sourceId, name: `Gone ${count}x` });
  const { mergeId } = await mergeOperators({ actor, sourceId, targetId });
  const [moved, ...others] = made.source;
  await db
    .update(tasks)
    .set({ operatorId: third })
    .where(eq(tasks.id, moved ?? ""));
  await removeOperatorAlias({ actor, id: targetId, matchKey: `gone ${count}x` });
  await renameOperator({ actor, id: targetId, name: `Renamed ${count}x` });
  await undoOperatorMerge({ actor, mergeId });
  expect(await ownerOf(moved ?? "")).toEqual({ task: third, call: sourceId });
  for (const taskId of others) expect(await ownerOf(taskId)).toBe(sourceId);
  expect(await findOperator({ name: `Gone ${count}x` })).toBeNull();
  expect(await findOperator({ name: `Renamed ${count}x` })).toMatchObject({ operatorId: targetId });
});

test("a chain is undone from its end, and out of order it is refused in words", async () => {
  const { sourceId: a, targetId: b, made, names } = await makePair();
  const { targetId: c, names: last } = await makePair({ sourceCalls: 0 });
  const first = await mergeOperators({ actor, sourceId: a, targetId: b });
  const second = await mergeOperators({ actor, sourceId: b, targetId: c });
  expect(await findOperator({ name: names.source })).toMatchObject({ operatorId: c });
  await expect(undoOperatorMerge({ actor, mergeId: first.mergeId })).rejects.toMatchObject({
    code: "conflict",
    message: `${names.target} was merged into ${last.target} since: undo that merge first.`,
    details: { reason: "merged_on" },
  });
  await undoOperatorMerge({ actor, mergeId: second.mergeId });
  expect(await findOperator({ name: names.source })).toMatchObject({ operatorId: b });
  await undoOperatorMerge({ actor, mergeId: first.mergeId });
  for (const taskId of made.source) expect(await ownerOf(taskId)).toBe(a);
  for (const taskId of made.target) expect(await ownerOf(taskId)).toBe(b);
  await expect(undoOperatorMerge({ actor, mergeId: first.mergeId })).rejects.toMatchObject({
    code: "conflict",
    details: { reason: "undone" },
  });
});

test("what is merged away can be neither merged, renamed nor named again, and its name cannot be taken from its target", async () => {
  const { sourceId, targetId, names } = await makePair();
  const other = await makeOperator();
  await mergeOperators({ actor, sourceId, targetId });
  for (const act of [
    () => mergeOperators({ actor, sourceId, targetId: other }),
    () => mergeOperators({ actor, sourceId: other, targetId: sourceId }),
    () => renameOperator({ actor, id: sourceId, name: "Somebody" }),
    () => addOperatorAlias({ actor, id: sourceId, name: "Somebody" }),
  ])
    await expect(act()).rejects.toMatchObject({ code: "conflict", details: { reason: "merged_away" } });
  await expect(mergeOperators({ actor, sourceId: other, targetId: other })).rejects.toMatchObject({ details: { reason: "same" } });
  await expect(removeOperatorAlias({ actor, id: targetId, matchKey: names.source.toLowerCase() })).rejects.toMatchObject({
    details: { reason: "name_of_merged" },
  });
  await expect(renameOperator({ actor, id: targetId, name: names.source })).rejects.toMatchObject({
    details: { reason: "taken_as_merged" },
  });
});

test("an account follows to the target, of two accounts the chosen one stays, and undoing links them as they were", async () => {
  const link = async (id: string, operatorId: string) => db.update(users).set({ operatorId }).where(eq(users.id, id));
  const linkOf = async (...ids: string[]) => {
    const rows = await db.select({ id: users.id, operatorId: users.operatorId }).from(users).where(inArray(users.id, ids));
    return ids.map((id) => rows.find((row) => row.id === id)?.operatorId);
  };
  const { sourceId, targetId } = await makePair();
  const [one, two] = [await makeUser({ role: "agent" }), await makeUser({ role: "agent" })];
  await link(one, sourceId);
  const first = await mergeOperators({ actor, sourceId, targetId });
  expect(await linkOf(one)).toEqual([targetId]);
  await undoOperatorMerge({ actor, mergeId: first.mergeId });
  expect(await linkOf(one)).toEqual([sourceId]);

  await link(two, targetId);
  await expect(mergeOperators({ actor, sourceId, targetId })).rejects.toMatchObject({
    code: "conflict",
    details: { reason: "both_linked" },
  });
  for (const [keepUserOf, links] of [
    ["source", [targetId, null]],
    ["target", [null, targetId]],
  ] as const) {
    const { mergeId } = await mergeOperators({ actor, sourceId, targetId, keepUserOf });
    expect(await linkOf(one, two)).toEqual(links);
    await undoOperatorMerge({ actor, mergeId });
    expect(await linkOf(one, two)).toEqual([sourceId, targetId]);
  }
});

test("a call that another merge brought later stays with that one when the earlier is undone", async () => {
  const { sourceId: a, targetId: c, made } = await makePair();
  const b = await makeOperator(`Second ${count}x`);
  const first = await mergeOperators({ actor, sourceId: a, targetId: c });
  const [taskId = ""] = made.source;
  const task = await db.query.tasks.findFirst({ where: eq(tasks.id, taskId) });
  await db.update(tasks).set({ operatorId: b }).where(eq(tasks.id, taskId));
  await db
    .update(calls)
    .set({ operatorId: b })
    .where(eq(calls.id, task?.callId ?? ""));
  const second = await mergeOperators({ actor, sourceId: b, targetId: c });
  await undoOperatorMerge({ actor, mergeId: first.mergeId });
  expect(await ownerOf(taskId)).toBe(c);
  await undoOperatorMerge({ actor, mergeId: second.mergeId });
  expect(await ownerOf(taskId)).toBe(b);
});

test("a supervisor merges and undoes only where every task of both is of own campaigns, others not at all", async () => {
  const foreign = await makeCampaign();
  const userId = await makeUser({ role: "supervisor" });
  const supervisor: Viewer = { userId, role: "supervisor", campaignIds: [campaignId], operatorId: null };
  const { sourceId, targetId } = await makePair();
  for (const role of ["auditor", "agent"] as const)
    await expect(mergeOperators({ actor: { ...supervisor, role }, sourceId, targetId })).rejects.toMatchObject({ code: "not_found" });
  await expect(mergeOperators({ actor: { ...supervisor, campaignIds: [foreign] }, sourceId, targetId })).rejects.toMatchObject({
    code: "not_found",
  });

  const { mergeId } = await mergeOperators({ actor: supervisor, sourceId, targetId });
  await makeTask({ campaignId: foreign, operatorId: targetId });
  await expect(undoOperatorMerge({ actor: supervisor, mergeId })).rejects.toMatchObject({ code: "forbidden" });
  for (const changed of [{ campaignIds: [] }, { role: "auditor" as const }, { role: "agent" as const }])
    await expect(undoOperatorMerge({ actor: { ...supervisor, ...changed }, mergeId })).rejects.toMatchObject({ code: "not_found" });
  await undoOperatorMerge({ actor: { ...supervisor, campaignIds: [foreign, campaignId] }, mergeId });
  await expect(mergeOperators({ actor: supervisor, sourceId, targetId })).rejects.toMatchObject({ code: "forbidden" });
  for (const id of ["", "x", "0199a1b2-0000-7000-8000-000000000001"])
    await expect(undoOperatorMerge({ actor, mergeId: id })).rejects.toMatchObject({ code: "not_found" });
});

test("an operator of thousands of tasks is merged, and the merge undone, within seconds", async () => {
  const { sourceId, targetId } = await makePair({ sourceCalls: 1, targetCalls: 0 });
  await sqlClient.begin(async (sql) => {
    await sql`create temporary table many on commit drop as select uuidv7() as call_id, uuidv7() as recording_id, uuidv7() as task_id, n from generate_series(1, 3000) n`;
    await sql`
      insert into calls (id, campaign_id, source, identity_key, external_id, direction, started_at, calling, called, calling_normalized, called_normalized,
        disposition, duration_seconds, billable_seconds, extension, operator_name, operator_id, is_ended, recording_status, recording_url)
      select call_id, ${campaignId}, 'anura', 'many:' || n, n, 'inbound', now(), '1', '2', '1', '2', '', 1, 1, '', '', ${sourceId}, true, 'stored', 'https://x' from many`;
    await sql`
      insert into recordings (id, call_id, sha256, size_bytes, media_type, duration_seconds, channel_count, sample_rate_hz, is_partial, silence_ratio)
      select recording_id, call_id, encode(sha256(n::text::bytea), 'hex'), 1, 'audio/mpeg', 1, 1, 8000, false, 0 from many`;
    await sql`
      insert into tasks (id, call_id, recording_id, campaign_id, operator_id, source, direction, started_at, duration_seconds, audio_identity_key)
      select task_id, call_id, recording_id, ${campaignId}, ${sourceId}, 'anura', 'inbound', now(), 1, 'many:' || n from many`;
  });
  const startedAt = performance.now();
  const { mergeId, taskCount } = await mergeOperators({ actor, sourceId, targetId });
  expect(taskCount).toBe(3001);
  expect(await undoOperatorMerge({ actor, mergeId })).toMatchObject({ taskCount: 3001, callCount: 3001 });
  expect(performance.now() - startedAt).toBeLessThan(20_000);
});
