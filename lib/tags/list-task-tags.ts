import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { campaignTags, tasks, taskTags } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { visibleTasks } from "@/lib/tasks/task-access";
import { MAX_TAGS_OF_CAMPAIGN } from "./tag-input";

/** A tag of a task's campaign, and whether the task bears it. */
export type TaskTag = { id: string; name: string; description: string; isBorne: boolean };

/** Every tag that a task bears or could bear, by name. Not found for a task that the viewer may not see. */
export async function listTaskTags({ viewer, taskId }: { viewer: Viewer; taskId: string }): Promise<TaskTag[]> {
  const [task] = z.uuid().safeParse(taskId).success
    ? await db
        .select({ campaignId: tasks.campaignId })
        .from(tasks)
        .where(and(eq(tasks.id, taskId), visibleTasks(viewer)))
    : [];
  if (!task) throw new AppError("not_found", "There is no such task.");
  return db
    .select({
      id: campaignTags.id,
      name: campaignTags.name,
      description: campaignTags.description,
      isBorne: sql<boolean>`${taskTags.taskId} is not null`,
    })
    .from(campaignTags)
    .leftJoin(taskTags, and(eq(taskTags.tagId, campaignTags.id), eq(taskTags.taskId, taskId)))
    .where(eq(campaignTags.campaignId, task.campaignId))
    .orderBy(asc(campaignTags.matchKey))
    .limit(MAX_TAGS_OF_CAMPAIGN);
}
