import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeAudit, makeScorecard } from "@/db/testing/make-audit";
import { makeCampaign, makeTask } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { makeHeardTask, makeViewer, runMachineJob } from "./testing/run-machine-job";

const run = (viewer: Viewer, taskIds: string[]) => runMachineJob({ viewer, kind: "audit_tasks", taskIds });
const work = (taskId: string) => sqlClient`select kind, status, attempt_count, is_bulk from machine_work where task_id = ${taskId}`;

test("machines audit the calls that one picks, also those that were heard before the scorecard was published, and each is ordered once", async () => {
  const campaignId = await makeCampaign();
  const viewer = await makeViewer("auditor", [campaignId]);
  const taskId = await makeHeardTask(campaignId);
  const busy = await makeHeardTask(campaignId);
  await sqlClient`insert into machine_work (task_id, kind, status, attempt_count) values (${busy}, 'audit', 'running', 1)`;
  await makeScorecard({ campaignId, criteria: [{ mode: "machine" }] });
  expect(await run(viewer, [taskId, busy])).toMatchObject({ status: "completed", doneCount: 2, failedCount: 0 });
  expect(await work(taskId)).toEqual([{ kind: "audit", status: "queued", attempt_count: 0, is_bulk: true }]);
  expect(await work(busy)).toEqual([{ kind: "audit", status: "running", attempt_count: 1, is_bulk: false }]);
  await sqlClient`update machine_work set status = 'failed', failure = 'Away.', attempt_count = 6 where task_id = ${taskId}`;
  await run(viewer, [taskId]);
  expect(await work(taskId)).toEqual([{ kind: "audit", status: "queued", attempt_count: 0, is_bulk: true }]);
  expect(await sqlClient`select details->'taskIds' as ids from audit_log where action = 'audit.machine_requested' order by seq`).toEqual([
    { ids: [taskId] },
    { ids: [taskId] },
  ]);
});

test("a call that a machine cannot audit, or that a person has audited, is told with the reason and left alone", async () => {
  const [campaignId, plain] = [await makeCampaign(), await makeCampaign()];
  const viewer = await makeViewer("supervisor", [campaignId, plain]);
  const scorecard = await makeScorecard({ campaignId, criteria: [{ mode: "suggested" }] });
  await makeScorecard({ campaignId: plain, criteria: [{ mode: "manual" }] });
  const unheard = (await makeTask({ campaignId })).taskId;
  const unasked = await makeHeardTask(plain);
  const done = await makeHeardTask(campaignId);
  const audit = { status: "completed" as const, score: 90, completedAt: new Date(), completedBy: viewer.userId };
  await makeAudit({ scorecard, campaignId, taskId: done, audit });
  const job = await run(viewer, [unheard, unasked, done]);
  expect(job).toMatchObject({ status: "completed", doneCount: 0, failedCount: 3 });
  expect(new Map(job.problems.map(({ objectId, message }) => [objectId, message]))).toEqual(
    new Map([
      [unheard, "The call has no transcript yet."],
      [unasked, "The campaign's scorecard asks no machine anything."],
      [done, "A person has completed its audit."],
    ]),
  );
  for (const taskId of [unheard, unasked, done]) expect(await work(taskId)).toEqual([]);
});

test("agents order no audits, and others none of calls that they do not see", async () => {
  const campaignId = await makeCampaign();
  const taskId = await makeHeardTask(campaignId);
  await expect(run(await makeViewer("agent", [campaignId]), [taskId])).rejects.toMatchObject({ code: "not_found" });
  await expect(run(await makeViewer("auditor", []), [taskId])).rejects.toMatchObject({ code: "invalid" });
});
