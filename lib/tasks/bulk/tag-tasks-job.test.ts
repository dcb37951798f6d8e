import { beforeAll, expect, test } from "vitest";
import { db, sqlClient } from "@/db/client";
import { campaignTags } from "@/db/schema";
import { makeCampaign, makeTask, makeUser } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { advanceJob } from "@/lib/jobs/advance-job";
import { getJob } from "@/lib/jobs/get-job";
import { requestJob } from "@/lib/jobs/request-job";

let viewer: Viewer;
let tagId = "";
let own = "";
let foreign = "";

beforeAll(async () => {
  const [sales, support] = await Promise.all([makeCampaign(), makeCampaign()]);
  const userId = await makeUser({ role: "auditor", campaignIds: [sales, support] });
  viewer = { userId, role: "auditor", campaignIds: [sales, support], operatorId: null };
  const [tag] = await db
    .insert(campaignTags)
    .values({ campaignId: sales, name: "Sale", matchKey: "sale" })
    .returning({ id: campaignTags.id });
  tagId = tag?.id ?? "";
  own = (await makeTask({ campaignId: sales })).taskId;
  foreign = (await makeTask({ campaignId: support })).taskId;
});

const picked = (...taskIds: string[]) => ({ selection: { kind: "picked", taskIds }, tagId });

async function run(kind: "tag_tasks" | "untag_tasks", params: Record<string, unknown>) {
  const { id } = await requestJob({ viewer, kind, params });
  while (!(await advanceJob({ jobId: id })).isOver);
  return getJob({ viewer, id });
}

const tagged = () => sqlClient`select task_id as id, created_by as by from task_tags where tag_id = ${tagId}`;

test("a tag goes on tasks of its campaign, once, and tasks of others are told as what could not be done", async () => {
  const job = await run("tag_tasks", picked(own, foreign));
  expect(job).toMatchObject({ status: "completed", doneCount: 1, failedCount: 1, problems: [{ objectId: foreign }] });
  await run("tag_tasks", picked(own));
  expect(await tagged()).toEqual([{ id: own, by: viewer.userId }]);
  expect(await sqlClient`select details->'taskIds' as ids from audit_log where action = 'task.tagged'`).toEqual([{ ids: [own] }]);
});

test("a tag is taken from tasks again", async () => {
  await run("tag_tasks", picked(own));
  expect(await run("untag_tasks", picked(own))).toMatchObject({ status: "completed", doneCount: 1 });
  expect(await tagged()).toEqual([]);
});

test("a tag of a campaign that one does not see is not there, nor is any for an agent", async () => {
  for (const other of [
    { ...viewer, campaignIds: [] },
    { ...viewer, role: "agent" as const },
  ])
    await expect(requestJob({ viewer: other, kind: "tag_tasks", params: picked(own) })).rejects.toMatchObject({ code: "not_found" });
});
