import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { tasks } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { visibleTasks } from "./task-access";

/** The campaign and recording of a task that the viewer may see. Throws not-found for any other, as for one that is not there. */
export async function requireVisibleTask({ viewer, taskId }: { viewer: Viewer; taskId: string }): Promise<{
  campaignId: number;
  recordingId: string;
}> {
  const [task] = z.uuid().safeParse(taskId).success
    ? await db
        .select({ campaignId: tasks.campaignId, recordingId: tasks.recordingId })
        .from(tasks)
        .where(and(eq(tasks.id, taskId), visibleTasks(viewer)))
    : [];
  if (!task) throw new AppError("not_found", "There is no such task.");
  return task;
}
