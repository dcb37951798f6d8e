import { sqlClient } from "@/db/client";
import type { SpeechLanguage } from "@/db/enums";
import { pendingMigrations } from "@/db/pending-migrations";
import { env } from "@/lib/env";
import { listPacks, type PackListItem } from "@/lib/speech/packs/list-packs";
import { GUESSED_LANGUAGES } from "@/lib/speech/recognize-locally";
import type { Finding } from "./finding";

/** Whether the speech models that campaigns transcribe with on this machine are here, whole. */
export async function checkSpeech(): Promise<Finding> {
  const name = "Speech";
  if ((await pendingMigrations()).length > 0)
    return { name, status: "warning", message: "Not looked at: the database waits for its schema." };
  const campaigns = await sqlClient<{ language: SpeechLanguage | null }[]>`
    select distinct language from campaigns
    where coalesce(transcriber, ${env.TRANSCRIBER}) = 'local' and archived_at is null`;
  if (campaigns.length === 0) return { name, status: "ok", message: "No campaign is transcribed on this machine." };
  const packs = await listPacks();
  const damaged = packs.filter(({ state }) => state === "damaged").map((pack) => pack.name);
  if (damaged.length > 0)
    return { name, status: "warning", message: `Damaged: ${damaged.join(", ")}. Remove and add them again with the command "speech".` };
  const wanted = [...new Set(campaigns.flatMap(({ language }) => (language === null ? GUESSED_LANGUAGES : [language])))];
  const mute = wanted.filter((language) => !canHear(packs, language));
  if (mute.length > 0)
    return {
      name,
      status: "warning",
      message: `No model for calls in ${mute.join(", ")}, whose tasks wait: see Settings, Speech, or the command "speech list".`,
    };
  if (!packs.some(({ purpose, state }) => purpose === "voice_activity" && state === "installed"))
    return { name, status: "warning", message: `The pack "vad" is missing: speech is told from noise by loudness alone.` };
  return { name, status: "ok", message: `There are models for calls in ${wanted.join(", ")}.` };
}

function canHear(packs: PackListItem[], language: SpeechLanguage): boolean {
  return packs.some(({ purpose, state, languages }) => purpose === "recognition" && state === "installed" && languages.includes(language));
}
