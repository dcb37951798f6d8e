import { db } from "@/db/client";
import { taskTags } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Actor } from "@/lib/auth/viewer";
import { getTaggableTask } from "./get-taggable-task";

/** Marks a task with a tag of its campaign; once is enough. For admins, and supervisors and auditors who see the task; not found for others. */
export async function tagTask({ actor, taskId, tagId }: { actor: Actor; taskId: string; tagId: string }): Promise<void> {
  await db.transaction(async (transaction) => {
    const { tagName } = await getTaggableTask({ transaction, actor, taskId, tagId });
    const added = await transaction
      .insert(taskTags)
      .values({ taskId, tagId, createdBy: actor === "system" ? null : actor.userId })
      .onConflictDoNothing()
      .returning({ tagId: taskTags.tagId });
    if (added.length === 0) return;
    const details = { added: tagName, tagId };
    await recordAuditEntry({ actor, action: "task.tagged", object: { kind: "task", id: taskId }, details }, transaction);
  });
}
