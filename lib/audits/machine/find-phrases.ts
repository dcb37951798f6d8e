import type { WordForms } from "@/lib/transcripts/find-word-forms";
import { spokenWords } from "@/lib/transcripts/spoken-words";
import type { HeardWord, SpokenRun } from "./spoken-runs";

/** Where a phrase was said: when it begins, by whom, and in which words. */
export type SaidPhrase = { phrase: string; speaker: number; atMs: number; quote: string };

type FindPhrasesInput = { runs: SpokenRun[]; phrases: string[]; forms: WordForms };

/** Every place where one of some phrases is said, from the first: its words in their order and next to each other, in any form of theirs, by one speaker. */
export function findPhrases({ runs, phrases, forms }: FindPhrasesInput): SaidPhrase[] {
  const wanted = phrases.map((phrase) => ({ phrase, words: formsOf(phrase, forms) }));
  const found = runs.flatMap(({ speaker, words, places }) =>
    wanted.flatMap(({ phrase, words: asked }) => {
      const begins = new Set(asked[0]?.flatMap((form) => places.get(form) ?? []));
      return [...begins]
        .filter((place) => isAt(words, place, asked))
        .map((place) => ({ phrase, speaker, atMs: words[place]?.atMs ?? 0, quote: quoteOf(words, place, asked.length) }));
    }),
  );
  return found.sort((one, other) => one.atMs - other.atMs);
}

function formsOf(phrase: string, forms: WordForms): (readonly string[])[] {
  return spokenWords(phrase).map(({ key }) => forms.get(key) ?? [key]);
}

function isAt(words: HeardWord[], place: number, phrase: (readonly string[])[]): boolean {
  return phrase.every((forms, index) => words[place + index]?.forms.some((form) => forms.includes(form)) ?? false);
}

/** As it stands in the transcript, signs between the words included; over the border of two lines with a space between them. */
function quoteOf(words: HeardWord[], place: number, length: number): string {
  const said = words.slice(place, place + length);
  const segments = [...new Set(said.map(({ segment }) => segment))];
  return segments
    .map((segment) => {
      const ofLine = said.filter((word) => word.segment === segment);
      return segment.text.slice(ofLine[0]?.start, ofLine.at(-1)?.end);
    })
    .join(" ");
}
