"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import type { SaveViewState } from "@/components/saved-views/saved-views";
import { SAVED_VIEW_LISTS, type SavedViewList } from "@/db/enums";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { AppError, isDatabaseAway } from "@/lib/errors";
import { createSavedView } from "@/lib/saved-views/create-saved-view";
import { deleteSavedView } from "@/lib/saved-views/delete-saved-view";
import { SAVED_VIEW_INPUT_ERRORS, savedViewInput } from "@/lib/saved-views/saved-view-input";

export async function saveViewAction(list: SavedViewList, _state: SaveViewState, form: FormData): Promise<SaveViewState> {
  const viewer = await requireViewer();
  const input = savedViewInput.safeParse({ name: form.get("name"), query: form.get("query"), isShared: form.get("isShared") === "on" });
  if (!input.success) {
    const message = input.error.issues[0]?.message;
    return { status: "refused", problem: SAVED_VIEW_INPUT_ERRORS.find((error) => error === message) ?? "failed" };
  }
  try {
    await orNotFound(createSavedView({ viewer, list: z.enum(SAVED_VIEW_LISTS).parse(list), ...input.data }));
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return { status: "refused", problem: "name_taken" };
    if (isDatabaseAway(error)) return { status: "refused", problem: "failed" };
    throw error;
  }
  refresh();
  return { status: "saved" };
}

export async function removeViewAction(id: string): Promise<void> {
  const viewer = await requireViewer();
  await orNotFound(deleteSavedView({ viewer, id: z.uuid().parse(id) }));
  refresh();
}
