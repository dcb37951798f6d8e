"use server";

import { refresh } from "next/cache";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { tagTask } from "@/lib/tags/tag-task";
import { untagTask } from "@/lib/tags/untag-task";

export async function tagTaskAction(taskId: string, tagId: string): Promise<void> {
  const actor = await requireViewer();
  await orNotFound(tagTask({ actor, taskId, tagId }));
  refresh();
}

export async function untagTaskAction(taskId: string, tagId: string): Promise<void> {
  const actor = await requireViewer();
  await orNotFound(untagTask({ actor, taskId, tagId }));
  refresh();
}
