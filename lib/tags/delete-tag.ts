import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { campaignTags, taskTags } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Actor } from "@/lib/auth/viewer";
import { lockEditableTag } from "./tag-access";

/** Deletes a tag and takes it off every task that bears it. For admins and supervisors of its campaign; not found for others. */
export async function deleteTag({ actor, id }: { actor: Actor; id: string }): Promise<{ taskCount: number }> {
  return db.transaction(async (transaction) => {
    const { name, campaignId } = await lockEditableTag({ transaction, actor, id });
    const [borne] = await transaction.select({ taskCount: sql<number>`count(*)::int` }).from(taskTags).where(eq(taskTags.tagId, id));
    await transaction.delete(campaignTags).where(eq(campaignTags.id, id));
    const taskCount = borne?.taskCount ?? 0;
    const object = { kind: "tag", id, name };
    await recordAuditEntry({ actor, action: "tag.deleted", object, details: { campaignId, taskCount } }, transaction);
    return { taskCount };
  });
}
