import type { SegmentWord } from "@/db/schema";
import type { WordForms } from "@/lib/transcripts/find-word-forms";
import { spokenWords } from "@/lib/transcripts/spoken-words";
import type { HeardCall, HeardSegment } from "./heard-call";

/** A word with when it begins, the forms it is known by, and where it stands. `run` is the same for words that one speaker says without a long pause. */
export type HeardWord = { forms: readonly string[]; atMs: number; segment: HeardSegment; start: number; end: number; run: number };

/** All that is said, run by run whatever others say meanwhile, and the places of each form in it. */
export type Hearing = { words: HeardWord[]; places: Map<string, number[]> };

/** Two lines of a speaker that are further apart are not one sentence. */
const MAX_PAUSE_MS = 5_000;

/** The words of a call speaker by speaker: a phrase may begin in one line and end in the speaker's next one. */
export function hearWords({ segments }: Pick<HeardCall, "segments">, forms: WordForms): Hearing {
  const words = runsOf(segments).flatMap((lines, run) => lines.flatMap((segment) => wordsOf(segment, run, forms)));
  const places = new Map<string, number[]>();
  for (const [place, word] of words.entries())
    for (const form of word.forms) {
      const known = places.get(form);
      if (known) known.push(place);
      else places.set(form, [place]);
    }
  return { words, places };
}

function runsOf(segments: HeardSegment[]): HeardSegment[][] {
  const runs: HeardSegment[][] = [];
  const latest = new Map<number, { run: HeardSegment[]; endMs: number }>();
  for (const segment of segments.toSorted((one, other) => one.position - other.position)) {
    const before = latest.get(segment.speaker);
    const goesOn = before !== undefined && segment.startMs - before.endMs <= MAX_PAUSE_MS;
    const run = goesOn ? before.run : [];
    if (!goesOn) runs.push(run);
    run.push(segment);
    latest.set(segment.speaker, { run, endMs: Math.max(segment.endMs, goesOn ? before.endMs : 0) });
  }
  return runs;
}

function wordsOf(segment: HeardSegment, run: number, forms: WordForms): HeardWord[] {
  const timeAt = timesOf(segment);
  return spokenWords(segment.text).map(({ key, start, end }) => ({
    ...{ segment, run, start, end, atMs: timeAt(start) },
    forms: forms.get(key) ?? [key],
  }));
}

/** When the word at a place of the text begins: as the transcriber says, or else by how far into the line it stands. */
function timesOf({ text, words, startMs, endMs }: HeardSegment): (place: number) => number {
  const marks = words && placesOf(text, words);
  if (!marks) return (place) => Math.round(startMs + ((endMs - startMs) * place) / Math.max(1, text.length));
  return (place) => marks.findLast((mark) => mark.place <= place)?.atMs ?? startMs;
}

/** Null where the timed words are not those of the text. */
function placesOf(text: string, words: SegmentWord[]): { place: number; atMs: number }[] | null {
  const marks: { place: number; atMs: number }[] = [];
  let from = 0;
  for (const [word, atMs] of words) {
    const place = text.indexOf(word.trim(), from);
    if (place < 0) return null;
    marks.push({ place, atMs });
    from = place + word.trim().length;
  }
  return marks;
}
