"use server";

import { refresh } from "next/cache";
import type { z } from "zod";
import type { TagFormState } from "@/components/tags/tag-form";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { AppError, isDatabaseAway } from "@/lib/errors";
import { createTag } from "@/lib/tags/create-tag";
import { deleteTag } from "@/lib/tags/delete-tag";
import { TAG_INPUT_ERRORS, type TagInput, tagInput } from "@/lib/tags/tag-input";
import { updateTag } from "@/lib/tags/update-tag";

export async function createTagAction(campaignId: number, _state: TagFormState, form: FormData): Promise<TagFormState> {
  const actor = await requireViewer();
  return saved(form, async (given) => (await createTag({ actor, campaignId, ...given })).id);
}

export async function updateTagAction(id: string, _state: TagFormState, form: FormData): Promise<TagFormState> {
  const actor = await requireViewer();
  return saved(form, async (given) => {
    await updateTag({ actor, id, ...given });
    return id;
  });
}

export async function deleteTagAction(id: string): Promise<void> {
  const actor = await requireViewer();
  await orNotFound(deleteTag({ actor, id }));
  refresh();
}

/** Saves what was typed if it will do, and says what became of it. */
async function saved(form: FormData, save: (given: TagInput) => Promise<string>): Promise<TagFormState> {
  const parsed = tagInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return invalid(parsed.error);
  try {
    const id = await orNotFound(save(parsed.data));
    refresh();
    return { status: "saved", id };
  } catch (error) {
    if (isDatabaseAway(error)) return { status: "failed" };
    if (!(error instanceof AppError) || error.code !== "conflict") throw error;
    return { status: "invalid", errors: { name: error.details.problem === "too_many" ? "too_many" : "name_taken" } };
  }
}

function invalid(error: z.ZodError<TagInput>): TagFormState {
  const errors: Extract<TagFormState, { status: "invalid" }>["errors"] = {};
  for (const { path, message } of error.issues) {
    const field = path[0];
    const problem = TAG_INPUT_ERRORS.find((one) => one === message);
    if (field === "name" || field === "description") errors[field] ??= problem;
  }
  return { status: "invalid", errors };
}
