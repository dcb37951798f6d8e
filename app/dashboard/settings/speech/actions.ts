"use server";

import { refresh } from "next/cache";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { AppError } from "@/lib/errors";
import { removeSpeechPack } from "@/lib/speech-packs/remove-speech-pack";
import { startAddingPack } from "@/lib/speech-packs/start-adding-pack";

export async function addPackAction(name: string, acceptsLicence: boolean): Promise<void> {
  const actor = await requireViewer();
  try {
    await orNotFound(startAddingPack({ actor, name, acceptsLicence }));
  } catch (error) {
    // Somebody else has begun it, or the licence was not accepted: the page says either.
    if (!(error instanceof AppError && (error.code === "conflict" || error.code === "forbidden"))) throw error;
  }
  refresh();
}

export async function removePackAction(name: string): Promise<void> {
  const actor = await requireViewer();
  await orNotFound(removeSpeechPack({ actor, name }));
  refresh();
}
