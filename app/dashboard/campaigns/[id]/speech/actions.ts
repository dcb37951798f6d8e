"use server";

import { refresh } from "next/cache";
import type { SpeechFormState } from "@/components/campaigns/speech-form";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { speechSettingsInput } from "@/lib/campaigns/speech-settings";
import { updateSpeechSettings } from "@/lib/campaigns/update-speech-settings";
import { isDatabaseAway } from "@/lib/errors";

export async function updateSpeechAction(campaignId: number, _state: SpeechFormState, form: FormData): Promise<SpeechFormState> {
  const actor = await requireViewer();
  const settings = speechSettingsInput.safeParse(Object.fromEntries(form));
  if (!settings.success) return { status: "failed" };
  try {
    await orNotFound(updateSpeechSettings({ actor, campaignId, settings: settings.data }));
  } catch (error) {
    if (isDatabaseAway(error)) return { status: "failed" };
    throw error;
  }
  refresh();
  return { status: "saved" };
}
