import { z } from "zod";
import { SPEECH_LANGUAGES, type SpeechLanguage, TRANSCRIBERS, type Transcriber } from "@/db/enums";

/**
 * How a campaign's calls become text, null being as the installation does it, told from the call, not said; and whether the language model
 * reads that text.
 */
export type SpeechSettings = {
  transcriber: Transcriber | null;
  language: SpeechLanguage | null;
  agentChannel: number | null;
  usesLanguageModel: boolean;
};

const blankIsNull = (value: unknown) => (value === "" || value === undefined ? null : value);

/** What a person may choose, as a form sends it: blank stands for null, and a box that is not ticked is absent. */
export const speechSettingsInput = z.object({
  transcriber: z.preprocess(blankIsNull, z.enum(TRANSCRIBERS).nullable()),
  language: z.preprocess(blankIsNull, z.enum(SPEECH_LANGUAGES).nullable()),
  agentChannel: z.preprocess(blankIsNull, z.coerce.number().int().min(0).max(1).nullable()),
  usesLanguageModel: z.preprocess((value) => value === "on", z.boolean()),
});
