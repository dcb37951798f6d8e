import type { SegmentWord } from "@/db/schema";
import type { WordForms } from "@/lib/transcripts/find-word-forms";
import { spokenWords } from "@/lib/transcripts/spoken-words";
import type { HeardCall, HeardSegment } from "./heard-call";

/** A word with when it begins, the forms it is known by, and where it stands: the line's number in the transcript and the place in its text. */
export type HeardWord = { forms: readonly string[]; atMs: number; segment: HeardSegment; start: number; end: number };

/** What one speaker says without a long pause, whatever others say meanwhile; `places` of its words, by their forms. */
export type SpokenRun = { speaker: number; words: HeardWord[]; places: Map<string, number[]> };

/** Two lines of a speaker that are further apart are not one sentence. */
const MAX_PAUSE_MS = 5_000;

/** All that is said, speaker by speaker: a phrase may begin in one line and end in the speaker's next one. */
export function spokenRuns({ segments }: Pick<HeardCall, "segments">, forms: WordForms): SpokenRun[] {
  const runs: SpokenRun[] = [];
  const latest = new Map<number, { run: SpokenRun; endMs: number }>();
  for (const segment of segments.toSorted((one, other) => one.position - other.position)) {
    const before = latest.get(segment.speaker);
    const goesOn = before !== undefined && segment.startMs - before.endMs <= MAX_PAUSE_MS;
    const run = goesOn ? before.run : { speaker: segment.speaker, words: [], places: new Map() };
    if (!goesOn) runs.push(run);
    for (const word of heardWords(segment, forms)) addWord(run, word);
    latest.set(segment.speaker, { run, endMs: Math.max(segment.endMs, goesOn ? before.endMs : 0) });
  }
  return runs;
}

function addWord({ words, places }: SpokenRun, word: HeardWord): void {
  const place = words.push(word) - 1;
  for (const form of word.forms) {
    const known = places.get(form);
    if (known) known.push(place);
    else places.set(form, [place]);
  }
}

function heardWords(segment: HeardSegment, forms: WordForms): HeardWord[] {
  const timeAt = timesOf(segment);
  return spokenWords(segment.text).map(({ key, start, end }) => ({
    ...{ segment, start, end, atMs: timeAt(start) },
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
