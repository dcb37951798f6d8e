import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { db, type Transaction } from "@/db/client";
import { campaignTags, tasks, taskTags } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import type { JobHandler } from "@/lib/jobs/job-handler";
import { mayTagTasks, tagNotFound } from "@/lib/tags/tag-access";
import { visibleTasks } from "../task-access";
import { countBulk } from "./bulk-access";
import { readSelection } from "./read-selection";
import { taskSelection } from "./task-selection";

const STEP_SIZE = 200;

const params = z.object({ selection: taskSelection, tagId: z.uuid() });
type TagParams = z.infer<typeof params>;
type Tag = { id: string; name: string; campaignId: number };
type Change = (input: { transaction: Transaction; tag: Tag; taskIds: string[]; viewer: Viewer }) => Promise<string[]>;

/** Puts a tag on tasks of its campaign; those of other campaigns are told as what could not be done. */
export const tagTasksJob = jobOf(async ({ transaction, tag, taskIds, viewer }) => {
  const added = await transaction
    .insert(taskTags)
    .values(taskIds.map((taskId) => ({ taskId, tagId: tag.id, createdBy: viewer.userId })))
    .onConflictDoNothing()
    .returning({ taskId: taskTags.taskId });
  return added.map(({ taskId }) => taskId);
});

/** Takes a tag from tasks. */
export const untagTasksJob = jobOf(async ({ transaction, tag, taskIds }) => {
  const removed = await transaction
    .delete(taskTags)
    .where(and(eq(taskTags.tagId, tag.id), inArray(taskTags.taskId, taskIds)))
    .returning({ taskId: taskTags.taskId });
  return removed.map(({ taskId }) => taskId);
});

function jobOf(change: Change): JobHandler<TagParams> {
  return {
    params,
    count: async ({ viewer, params: { selection, tagId } }) => {
      await getTag(viewer, tagId);
      return countBulk({ viewer, selection });
    },
    advance: async ({ viewer, params: { selection, tagId }, position, jobId }) => {
      const tag = await getTag(viewer, tagId);
      const selected = await readSelection({ viewer, selection, position, size: STEP_SIZE });
      const own = await db
        .select({ id: tasks.id })
        .from(tasks)
        .where(and(inArray(tasks.id, selected.taskIds), visibleTasks(viewer), eq(tasks.campaignId, tag.campaignId)));
      const taskIds = own.map(({ id }) => id);
      if (taskIds.length > 0) await db.transaction((transaction) => apply({ transaction, tag, taskIds, viewer, jobId }, change));
      const foreign = selected.taskIds.filter((id) => !taskIds.includes(id));
      const message = `The tag belongs to Campaign ID #${tag.campaignId}, this call to another.`;
      return { doneCount: taskIds.length, problems: foreign.map((objectId) => ({ objectId, message })), position: selected.position };
    },
  };
}

async function apply({ jobId, ...input }: Parameters<Change>[0] & { jobId: string }, change: Change): Promise<void> {
  const { transaction, tag, viewer } = input;
  const taskIds = await change(input);
  if (taskIds.length === 0) return;
  await transaction.update(tasks).set({ updatedAt: sql`now()` }).where(inArray(tasks.id, taskIds));
  const object = { kind: "tag", id: tag.id, name: tag.name };
  await recordAuditEntry({ actor: viewer, action: "task.tagged", object, details: { jobId, taskIds } }, transaction);
}

/** Not found for a tag of a campaign that the viewer does not see, as for one that is not there. */
async function getTag(viewer: Viewer, tagId: string): Promise<Tag> {
  const [tag] = mayTagTasks(viewer)
    ? await db
        .select({ id: campaignTags.id, name: campaignTags.name, campaignId: campaignTags.campaignId })
        .from(campaignTags)
        .where(eq(campaignTags.id, tagId))
    : [];
  if (!tag || (viewer.role !== "admin" && !viewer.campaignIds.includes(tag.campaignId))) throw tagNotFound();
  return tag;
}
