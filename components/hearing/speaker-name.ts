import type { useTranslations } from "next-intl";
import type { TranscriptSpeaker } from "@/lib/transcripts/get-transcript";

type SpeakerNameInput = {
  t: ReturnType<typeof useTranslations<"hearing.transcript">>;
  speaker: TranscriptSpeaker;
  index: number;
  /** Nobody is told apart, so that nobody has a number. */
  isOnly: boolean;
};

/** What a voice is called: the name that somebody gave it, else its role, else its number. */
export function speakerName({ t, speaker: { name, role }, index, isOnly }: SpeakerNameInput): string {
  if (name !== null) return name;
  if (role !== "unknown") return t(`roles.${role}`);
  return isOnly ? t("everybody") : t("speaker", { number: index + 1 });
}
