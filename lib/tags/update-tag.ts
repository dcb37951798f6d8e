import { and, eq, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { campaigns, campaignTags } from "@/db/schema";
import { changesBetween } from "@/lib/audit-log/changes-between";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { lockEditableTag } from "./tag-access";
import type { TagConflict, TagInput } from "./tag-input";
import { tagMatchKey } from "./tag-match-key";

type UpdateTagInput = { actor: Actor; id: string } & Partial<TagInput>;

/**
 * Changes what is given of a tag; the tasks that bear it go on bearing it. For admins and supervisors of its campaign; not found for others.
 * Conflict with `details.problem` of TagConflict when the campaign has another tag of that name.
 */
export async function updateTag({ actor, id, ...given }: UpdateTagInput): Promise<void> {
  await db.transaction(async (transaction) => {
    const before = await lockEditableTag({ transaction, actor, id });
    const changes = changesBetween(before, given);
    if (Object.keys(changes).length === 0) return;
    const matchKey = given.name === undefined ? before.matchKey : tagMatchKey(given.name);
    // As in createTag: names of a campaign are given one after the other.
    await transaction.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.id, before.campaignId)).for("no key update");
    const [namesake] = await transaction
      .select({ id: campaignTags.id })
      .from(campaignTags)
      .where(and(eq(campaignTags.campaignId, before.campaignId), eq(campaignTags.matchKey, matchKey), ne(campaignTags.id, id)));
    if (namesake) {
      const problem: TagConflict = "name_taken";
      throw new AppError("conflict", `The campaign has a tag "${given.name}" already.`, { details: { problem } });
    }
    await transaction
      .update(campaignTags)
      .set({ ...given, matchKey })
      .where(eq(campaignTags.id, id));
    const object = { kind: "tag", id, name: given.name ?? before.name };
    await recordAuditEntry({ actor, action: "tag.updated", object, details: { campaignId: before.campaignId, ...changes } }, transaction);
  });
}
