import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeCampaign, makeOperator, makeTask, makeUser } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { advanceJob } from "@/lib/jobs/advance-job";
import { getJob } from "@/lib/jobs/get-job";
import { requestJob } from "@/lib/jobs/request-job";

test("a supervisor gives calls to operators whom they see; another campaign's is not there for them, when ordered nor when it is done", async () => {
  const [sales, support] = await Promise.all([makeCampaign(), makeCampaign()]);
  const [ownId, foreignId] = [await makeOperator(), await makeOperator()];
  const userId = await makeUser({ role: "supervisor", campaignIds: [sales] });
  const viewer: Viewer = { userId, role: "supervisor", campaignIds: [sales], operatorId: null };
  await makeTask({ campaignId: sales, operatorId: ownId });
  await makeTask({ campaignId: support, operatorId: foreignId });
  const { taskId } = await makeTask({ campaignId: sales });
  const assign = (by: Viewer, operatorId: string) =>
    requestJob({ viewer: by, kind: "assign_operator", params: { selection: { kind: "picked", taskIds: [taskId] }, operatorId } });

  await expect(assign(viewer, foreignId)).rejects.toMatchObject({ code: "not_found" });

  // Ordered by an admin, who is a supervisor by the time that it is done.
  const { id } = await assign({ ...viewer, role: "admin" }, foreignId);
  while (!(await advanceJob({ jobId: id })).isOver);
  expect(await getJob({ viewer, id })).toMatchObject({ status: "failed", doneCount: 0, failure: "There is no such operator." });
  expect(await sqlClient`select operator_id as operator from tasks where id = ${taskId}`).toEqual([{ operator: null }]);

  const { id: ownJobId } = await assign(viewer, ownId);
  while (!(await advanceJob({ jobId: ownJobId })).isOver);
  expect(await sqlClient`select operator_id as operator from tasks where id = ${taskId}`).toEqual([{ operator: ownId }]);
});
