import { beforeEach, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeCampaign, makeTask } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { advanceJob } from "@/lib/jobs/advance-job";
import { cancelJob } from "@/lib/jobs/cancel-job";
import { getJob } from "@/lib/jobs/get-job";
import { requestJob } from "@/lib/jobs/request-job";
import { makeHeardTask, makeViewer, runMachineJob } from "./testing/run-machine-job";

let campaignId = 0;
beforeEach(async () => {
  await sqlClient`delete from machine_work`;
  Object.assign(env, { LLM_BASE_URL: "http://127.0.0.1:9", LLM_MODEL: "stand-in" });
  campaignId = await makeCampaign();
});

const run = (viewer: Viewer, taskIds: string[]) => runMachineJob({ viewer, kind: "analyse_tasks", taskIds });
const ordered = async () => {
  const rows = await sqlClient`select task_id as id from machine_work where kind = 'analysis' and status = 'queued' and is_bulk`;
  return rows.map(({ id }) => id).sort();
};
const analysed = (taskId: string, model: string) => sqlClient`
  insert into analyses (task_id, model, summary, topics, sentiments, dropped_count) values (${taskId}, ${model}, '[]', '[]', '[]', 0)`;

test("the model analyses all calls that the filters leave, once each: not those that it has analysed, but for corrections since", async () => {
  const viewer = await makeViewer("auditor", [campaignId]);
  const tasks = [0, 1, 2, 3, 4].map(() => makeHeardTask(campaignId));
  const [never, same, otherModel, corrected, busy] = await Promise.all(tasks);
  if (!never || !same || !otherModel || !corrected || !busy) throw new Error("A task is missing.");
  await Promise.all([analysed(same, "stand-in"), analysed(otherModel, "another"), analysed(corrected, "stand-in")]);
  await sqlClient`update segments set corrected_at = now() + interval '1 second' where task_id = ${corrected}`;
  await sqlClient`insert into machine_work (task_id, kind, status) values (${busy}, 'analysis', 'running')`;
  const filters = { campaignIds: [campaignId], createdBefore: new Date(Date.now() + 1_000) };
  const { id } = await requestJob({ viewer, kind: "analyse_tasks", params: { selection: { kind: "matching", filters } } });
  while (!(await advanceJob({ jobId: id })).isOver);
  expect(await getJob({ viewer, id })).toMatchObject({ status: "completed", totalCount: 5, doneCount: 5, failedCount: 0 });
  expect(await ordered()).toEqual([never, otherModel, corrected].sort());
  const entries = await sqlClient`
    select details->'taskIds' as ids, actor_id as who from audit_log where action = 'analysis.requested' and object_id = ${id}`;
  expect(entries.map(({ ids, who }) => ({ ids: [...ids].sort(), who }))).toEqual([
    { ids: [never, otherModel, corrected].sort(), who: viewer.userId },
  ]);
});

test("a call that no model can analyse is told with the reason", async () => {
  const closed = await makeCampaign();
  await sqlClient`update campaigns set uses_language_model = false where id = ${closed}`;
  const viewer = await makeViewer("supervisor", [campaignId, closed]);
  const unheard = (await makeTask({ campaignId })).taskId;
  const unread = await makeHeardTask(closed);
  const job = await run(viewer, [unheard, unread]);
  expect(job).toMatchObject({ status: "completed", doneCount: 0, failedCount: 2 });
  expect(new Map(job.problems.map(({ objectId, message }) => [objectId, message]))).toEqual(
    new Map([
      [unheard, "The call has no transcript yet."],
      [unread, "No language model reads this campaign's calls."],
    ]),
  );
  expect(await ordered()).toEqual([]);
});

test("without a language model nothing can be ordered, and what was ordered before ends in words", async () => {
  const viewer = await makeViewer("auditor", [campaignId]);
  const taskId = await makeHeardTask(campaignId);
  const params = { selection: { kind: "picked", taskIds: [taskId] } };
  const { id } = await requestJob({ viewer, kind: "analyse_tasks", params });
  Object.assign(env, { LLM_MODEL: undefined });
  await expect(run(viewer, [taskId])).rejects.toMatchObject({ code: "invalid", details: { problem: "no_model" } });
  await advanceJob({ jobId: id });
  expect(await getJob({ viewer, id })).toMatchObject({ status: "failed", failure: "This installation has no language model." });
  expect(await ordered()).toEqual([]);
});

test("who ordered it can stop it, and it orders nothing more", async () => {
  const viewer = await makeViewer("auditor", [campaignId]);
  const taskIds = [await makeHeardTask(campaignId)];
  const { id } = await requestJob({ viewer, kind: "analyse_tasks", params: { selection: { kind: "picked", taskIds } } });
  await cancelJob({ viewer, id });
  await advanceJob({ jobId: id });
  expect(await getJob({ viewer, id })).toMatchObject({ status: "cancelled", doneCount: 0 });
  expect(await ordered()).toEqual([]);
});

test("agents order no analyses, and others none of calls that they do not see", async () => {
  const taskId = await makeHeardTask(campaignId);
  await expect(run(await makeViewer("agent", [campaignId]), [taskId])).rejects.toMatchObject({ code: "not_found" });
  await expect(run(await makeViewer("auditor", []), [taskId])).rejects.toMatchObject({ code: "invalid" });
});
