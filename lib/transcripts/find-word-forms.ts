import { sqlClient } from "@/db/client";
import type { SpeechLanguage } from "@/db/enums";
import { spokenWords } from "./spoken-words";

/** The forms that a word is known by, by its key (spokenWords); two words are the same where they share one. */
export type WordForms = ReadonlyMap<string, readonly string[]>;

/** PostgreSQL's stemmers, the same as search in transcripts uses. */
const STEMMERS = { es: "spanish_stem", en: "english_stem", pt: "portuguese_stem" } as const satisfies Record<SpeechLanguage, string>;

/** Endings whose accent people leave out as they type; the stemmers know them with it only. */
const ACCENTED_ENDINGS: Record<SpeechLanguage, [RegExp, string][]> = {
  es: [[/([cs])ion$/, "$1ión"]],
  en: [],
  pt: [
    [/cao$/, "ção"],
    [/coes$/, "ções"],
  ],
};

/** The forms of all words of some texts: as they are without accents, and the stems of every spelling that is there, also of the accent that one may lack. */
export async function findWordForms({ language, texts }: { language: SpeechLanguage; texts: string[] }): Promise<WordForms> {
  const spellings = new Map<string, string>();
  for (const text of texts)
    for (const { key, start, end } of spokenWords(text)) {
      const written = text.slice(start, end).normalize("NFC").toLowerCase();
      for (const spelling of [written, withAccent(written, language)]) spellings.set(spelling, key);
    }
  const written = [...spellings.keys()];
  if (written.length === 0) return new Map();
  // Stop words have no stem, and are what they are.
  const stemmed = await sqlClient<{ spelling: string; stem: string }[]>`
    select spelling, stem from unnest(${written}::text[]) as spelling, unnest(ts_lexize(${STEMMERS[language]}::regdictionary, spelling)) as stem`;
  const forms = new Map<string, Set<string>>();
  for (const key of spellings.values()) forms.set(key, new Set([key]));
  for (const { spelling, stem } of stemmed) for (const { key } of spokenWords(stem)) forms.get(spellings.get(spelling) ?? "")?.add(key);
  return new Map(Array.from(forms, ([key, known]) => [key, [...known]]));
}

function withAccent(word: string, language: SpeechLanguage): string {
  return ACCENTED_ENDINGS[language].reduce((spelled, [ending, accented]) => spelled.replace(ending, accented), word);
}
