import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { campaignTags } from "@/db/schema";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";

/** Whether somebody may make, change and delete the tags of a campaign: admins and the campaign's supervisors. */
export function mayEditTags(actor: Actor, campaignId: number): boolean {
  if (actor === "system" || actor.role === "admin") return true;
  return actor.role === "supervisor" && actor.campaignIds.includes(campaignId);
}

/** Whether somebody who sees a task may mark it with tags. */
export function mayTagTasks(actor: Actor): boolean {
  return actor === "system" || actor.role !== "agent";
}

/** The same for a tag that is missing and for one that the viewer may not touch. */
export function tagNotFound(): AppError {
  return new AppError("not_found", "There is no such tag.");
}

/** A tag that the actor may change, locked until the transaction ends; not-found for others. */
export async function lockEditableTag({ transaction, actor, id }: { transaction: Transaction; actor: Actor; id: string }) {
  const [tag] = z.uuid().safeParse(id).success
    ? await transaction.select().from(campaignTags).where(eq(campaignTags.id, id)).for("update")
    : [];
  if (!tag || !mayEditTags(actor, tag.campaignId)) throw tagNotFound();
  return tag;
}
