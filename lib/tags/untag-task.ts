import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { taskTags } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Actor } from "@/lib/auth/viewer";
import { getTaggableTask } from "./get-taggable-task";

/** Takes a tag off a task, if it bears it. For admins, and supervisors and auditors who see the task; not found for others. */
export async function untagTask({ actor, taskId, tagId }: { actor: Actor; taskId: string; tagId: string }): Promise<void> {
  await db.transaction(async (transaction) => {
    const { tagName } = await getTaggableTask({ transaction, actor, taskId, tagId });
    const removed = await transaction
      .delete(taskTags)
      .where(and(eq(taskTags.taskId, taskId), eq(taskTags.tagId, tagId)))
      .returning({ tagId: taskTags.tagId });
    if (removed.length === 0) return;
    const details = { removed: tagName, tagId };
    await recordAuditEntry({ actor, action: "task.tagged", object: { kind: "task", id: taskId }, details }, transaction);
  });
}
