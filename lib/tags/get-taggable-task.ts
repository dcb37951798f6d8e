import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { campaignTags, tasks } from "@/db/schema";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { visibleTasks } from "@/lib/tasks/task-access";
import { mayTagTasks } from "./tag-access";

type GetTaggableTaskInput = { transaction: Transaction; actor: Actor; taskId: string; tagId: string };

/** A task that the actor may mark, and a tag of its campaign, held until the transaction ends. Not found when either is not there for them. */
export async function getTaggableTask({ transaction, actor, taskId, tagId }: GetTaggableTaskInput): Promise<{ tagName: string }> {
  const areIds = z.uuid().safeParse(taskId).success && z.uuid().safeParse(tagId).success;
  const [found] =
    areIds && mayTagTasks(actor)
      ? await transaction
          .select({ tagName: campaignTags.name })
          .from(tasks)
          .innerJoin(campaignTags, eq(campaignTags.campaignId, tasks.campaignId))
          .where(and(eq(tasks.id, taskId), eq(campaignTags.id, tagId), actor === "system" ? undefined : visibleTasks(actor)))
          .for("key share", { of: campaignTags })
      : [];
  if (!found) throw new AppError("not_found", "There is no such task or tag.");
  return found;
}
