import type { WordForms } from "@/lib/transcripts/find-word-forms";
import { spokenWords } from "@/lib/transcripts/spoken-words";
import type { HeardWord, Hearing } from "./hear-words";

/** Where a phrase was said: when it begins, by whom, and in which words. */
export type SaidPhrase = { phrase: string; speaker: number; atMs: number; quote: string };

type FindPhrasesInput = { hearing: Hearing; phrases: string[]; forms: WordForms };

/** Every place where one of some phrases is said, from the first: its words in their order and next to each other, in any form of theirs, by one speaker. */
export function findPhrases({ hearing: { words, places }, phrases, forms }: FindPhrasesInput): SaidPhrase[] {
  const found = phrases.flatMap((phrase) => {
    const asked = formsOf(phrase, forms);
    const begins = new Set(asked[0]?.flatMap((form) => places.get(form) ?? []));
    return Array.from(begins, (place) => words.slice(place, place + asked.length))
      .filter((said) => isPhrase(said, asked))
      .map((said) => ({ phrase, speaker: said[0]?.segment.speaker ?? 0, atMs: said[0]?.atMs ?? 0, quote: quoteOf(said) }));
  });
  return found.sort((one, other) => one.atMs - other.atMs);
}

function formsOf(phrase: string, forms: WordForms): (readonly string[])[] {
  return spokenWords(phrase).map(({ key }) => forms.get(key) ?? [key]);
}

function isPhrase(said: HeardWord[], asked: (readonly string[])[]): boolean {
  return asked.every((forms, index) => {
    const word = said[index];
    return word !== undefined && word.run === said[0]?.run && word.forms.some((form) => forms.includes(form));
  });
}

/** As it stands in the transcript, signs between the words included; over the border of two lines with a space between them. */
function quoteOf(said: HeardWord[]): string {
  const segments = [...new Set(said.map(({ segment }) => segment))];
  return segments
    .map((segment) => {
      const ofLine = said.filter((word) => word.segment === segment);
      return segment.text.slice(ofLine[0]?.start, ofLine.at(-1)?.end);
    })
    .join(" ");
}
