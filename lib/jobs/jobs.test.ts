import { beforeEach, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeManyTasks } from "@/db/testing/make-many-tasks";
import { makeCampaign, makeUser } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { createOperator } from "@/lib/operators/create-operator";
import { advanceJob } from "./advance-job";
import { cancelJob } from "./cancel-job";
import { dispatchJobs } from "./dispatch-jobs";
import { failJob } from "./fail-job";
import { getJob } from "./get-job";
import { listJobs } from "./list-jobs";
import { requestJob } from "./request-job";

const COUNT = 450;
let viewer: Viewer;
let campaignId = 0;
let operatorId = "";

beforeEach(async () => {
  campaignId = await makeCampaign();
  const userId = await makeUser({ role: "supervisor", campaignIds: [campaignId] });
  viewer = { userId, role: "supervisor", campaignIds: [campaignId], operatorId: null };
  ({ id: operatorId } = await createOperator({ actor: "system", name: `Operator ${campaignId}` }));
  await makeManyTasks({ campaignId, count: COUNT });
});

const everything = () => ({ kind: "matching", filters: { isOperatorUnknown: true, createdBefore: new Date().toISOString() } });
const order = (params: Record<string, unknown> = { selection: everything(), operatorId }) =>
  requestJob({ viewer, kind: "assign_operator", params });
const assigned = async () => (await sqlClient`select count(*)::int as n from tasks where operator_id = ${operatorId}`)[0]?.n;

async function finish(jobId: string): Promise<void> {
  while (!(await advanceJob({ jobId })).isOver);
}

test("a job does all that matched when it was ordered, though what it does takes them out of the filter", async () => {
  const { id, totalCount } = await order();
  expect(totalCount).toBe(COUNT);
  expect(await getJob({ viewer, id })).toMatchObject({ status: "queued", doneCount: 0, totalCount: COUNT });
  await finish(id);
  expect(await getJob({ viewer, id })).toMatchObject({ status: "completed", doneCount: COUNT, failedCount: 0, failure: null });
  expect(await assigned()).toBe(COUNT);
  expect((await sqlClient`select count(*)::int as n from calls where operator_id = ${operatorId}`)[0]?.n).toBe(COUNT);
  expect(await sqlClient`select action from audit_log where actor_id = ${viewer.userId} order by seq`).toMatchObject([
    { action: "job.requested" },
    ...Array.from({ length: 3 }, () => ({ action: "task.operator_assigned" })),
  ]);
});

test("a job is ordered only when there is something to do that its person may do", async () => {
  await expect(
    order({ selection: { kind: "picked", taskIds: ["0199a1b2-0000-7000-8000-000000000001"] }, operatorId }),
  ).rejects.toMatchObject({
    code: "invalid",
    details: { problem: "nothing" },
  });
  await expect(order({ selection: everything(), operatorId: "0199a1b2-0000-7000-8000-000000000001" })).rejects.toMatchObject({
    code: "not_found",
  });
  for (const role of ["auditor", "agent"] as const)
    await expect(
      requestJob({ viewer: { ...viewer, role }, kind: "assign_operator", params: { selection: everything(), operatorId } }),
    ).rejects.toMatchObject({ code: "not_found" });
  expect(await listJobs({ viewer })).toEqual([]);
});

test("a job goes on from where a crash left it, and does nothing twice", async () => {
  const { id } = await order();
  // As a worker that did the first step and died before it could let go.
  await sqlClient`update jobs set status = 'running', claimed_until = now() + interval '1 minute', dispatched_at = now() where id = ${id}`;
  expect(await advanceJob({ jobId: id })).toEqual({ isOver: true });
  expect(await assigned()).toBe(0);
  await sqlClient`update jobs set claimed_until = now() - interval '1 second' where id = ${id}`;
  await finish(id);
  expect(await getJob({ viewer, id })).toMatchObject({ status: "completed", doneCount: COUNT });
  await finish(id);
  expect(await getJob({ viewer, id })).toMatchObject({ doneCount: COUNT });
});

test("several workers at once do each object once", async () => {
  const { id } = await order();
  await Promise.all(Array.from({ length: 5 }, () => finish(id)));
  await finish(id);
  expect(await getJob({ viewer, id })).toMatchObject({ status: "completed", doneCount: COUNT });
});

test("a job that was stopped does no further step, whether it waits or runs", async () => {
  const waiting = await order();
  await cancelJob({ viewer, id: waiting.id });
  expect(await getJob({ viewer, id: waiting.id })).toMatchObject({ status: "cancelled", doneCount: 0 });
  const running = await order();
  await sqlClient`update jobs set status = 'running', claimed_until = now() + interval '1 minute' where id = ${running.id}`;
  await cancelJob({ viewer, id: running.id });
  expect(await getJob({ viewer, id: running.id })).toMatchObject({ status: "running", isCancelRequested: true });
  await sqlClient`update jobs set claimed_until = null where id = ${running.id}`;
  await finish(running.id);
  expect(await getJob({ viewer, id: running.id })).toMatchObject({ status: "cancelled" });
  expect(await assigned()).toBe(0);
});

test("a right that was taken away meanwhile ends the job", async () => {
  const { id } = await order();
  await sqlClient`update users set role = 'auditor' where id = ${viewer.userId}`;
  await finish(id);
  expect(await getJob({ viewer, id })).toMatchObject({ status: "failed", failure: "There is no such operator." });
  const other = await order();
  await sqlClient`update users set disabled_at = now() where id = ${viewer.userId}`;
  await finish(other.id);
  expect(await getJob({ viewer, id: other.id })).toMatchObject({ status: "failed" });
  expect(await assigned()).toBe(0);
});

test("one's jobs are one's own: others do not find them, admins do", async () => {
  const { id } = await order();
  const somebody = { ...viewer, userId: await makeUser({ role: "supervisor" }) };
  await expect(getJob({ viewer: somebody, id })).rejects.toMatchObject({ code: "not_found" });
  await expect(cancelJob({ viewer: somebody, id })).rejects.toMatchObject({ code: "not_found" });
  expect(await getJob({ viewer: { ...somebody, role: "admin" }, id })).toMatchObject({ id });
  expect(await listJobs({ viewer: somebody })).toEqual([]);
});

test("jobs are handed on once, given back when that fails, and handed on again when they stand still", async () => {
  const { id } = await order();
  const failing = dispatchJobs({ send: () => Promise.reject(new Error("away")) });
  await expect(failing).rejects.toThrow("away");
  const handedOn: string[] = [];
  const send = async (jobs: { jobId: string }[]) => {
    handedOn.push(...jobs.map(({ jobId }) => jobId));
  };
  await dispatchJobs({ send });
  await dispatchJobs({ send });
  expect(handedOn.filter((jobId) => jobId === id)).toHaveLength(1);
  await sqlClient`update jobs set dispatched_at = now() - interval '5 minutes' where id = ${id}`;
  await dispatchJobs({ send });
  expect(handedOn.filter((jobId) => jobId === id)).toHaveLength(2);
  await failJob({ jobId: id, reason: "It kept failing." });
  await sqlClient`update jobs set dispatched_at = now() - interval '5 minutes' where id = ${id}`;
  await dispatchJobs({ send });
  expect(handedOn.filter((jobId) => jobId === id)).toHaveLength(2);
  expect(await getJob({ viewer, id })).toMatchObject({ status: "failed", failure: "It kept failing." });
});
