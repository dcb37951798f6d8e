import type { SpeechLanguage } from "@/db/enums";

const NAMES: Record<string, SpeechLanguage> = { spanish: "es", castilian: "es", english: "en", portuguese: "pt" };

/** The language that a server names, as a code (es, es-AR) or in English; null for one that we do not have. */
export function languageCode(name: string): SpeechLanguage | null {
  const text = name.trim().toLowerCase();
  const code = (["es", "en", "pt"] as const).find((one) => text === one || text.startsWith(`${one}-`) || text.startsWith(`${one}_`));
  return code ?? NAMES[text] ?? null;
}
