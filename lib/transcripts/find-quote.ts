import type { Quote, SegmentWord } from "@/db/schema";
import { type SpokenWord, spokenWords } from "./spoken-words";

/** A line of a transcript, as far as quotes go. */
export type QuotableSegment = { position: number; startMs: number; text: string; words: SegmentWord[] | null };

/** Fewer words than these are in too many lines to say anything, unless they are all that is said in one. */
const MIN_WORDS = 2;

/**
 * Finds what a machine says was said, word for word, without case, accents, punctuation and spacing; within a line, or from one into the next.
 * Returns the transcript's own words, the position of the line in which they begin and their time (the line's where its words have none); null
 * where nobody said so. Lines are given in their order.
 */
export function findQuote(segments: QuotableSegment[], text: string): Quote | null {
  const wanted = keyOf(text);
  if (wanted === "") return null;
  const lines = segments.map((segment) => ({ segment, words: spokenWords(segment.text) }));
  for (const [index, line] of lines.entries()) {
    const found = findIn(line, lines[index + 1], wanted);
    if (found) return found;
  }
  return null;
}

type Line = { segment: QuotableSegment; words: SpokenWord[] };

function findIn(line: Line, next: Line | undefined, wanted: string): Quote | null {
  const words = [...line.words, ...(next?.words ?? [])];
  const spoken = words.map(({ key }) => key).join("");
  const starts = startsOf(words);
  for (let at = spoken.indexOf(wanted); at !== -1; at = spoken.indexOf(wanted, at + 1)) {
    const first = starts.get(at);
    const end = starts.get(at + wanted.length);
    if (first === undefined || end === undefined) continue;
    if (first >= line.words.length) return null;
    if (end - first >= MIN_WORDS || (first === 0 && end === line.words.length)) return quoteOf({ line, next, first, end, at });
  }
  return null;
}

/** Which word begins at which letter; the end of the last one is the beginning of none. */
function startsOf(words: SpokenWord[]): Map<number, number> {
  const starts = new Map([[0, 0]]);
  let length = 0;
  for (const [index, { key }] of words.entries()) {
    length += key.length;
    starts.set(length, index + 1);
  }
  return starts;
}

type QuoteInput = { line: Line; next: Line | undefined; first: number; end: number; at: number };

function quoteOf({ line, next, first, end, at }: QuoteInput): Quote {
  const { segment, words } = line;
  const own = textOf(line, first, Math.min(end, words.length));
  const text = next && end > words.length ? `${own} ${textOf(next, 0, end - words.length)}` : own;
  return { position: segment.position, startMs: timeOf(segment, at) ?? segment.startMs, text };
}

function textOf({ segment: { text }, words }: Line, first: number, end: number): string {
  return text.slice(words[first]?.start, words[end - 1]?.end);
}

/** When the word is said that the letter belongs to; null where words have no times, or are not those of the text. */
function timeOf({ text, words }: QuotableSegment, at: number): number | null {
  const timed = (words ?? []).map(([word, startMs]) => ({ key: keyOf(word), startMs }));
  if (timed.map(({ key }) => key).join("") !== keyOf(text)) return null;
  let length = 0;
  for (const { key, startMs } of timed) {
    length += key.length;
    if (length > at) return startMs;
  }
  return null;
}

function keyOf(text: string): string {
  return spokenWords(text)
    .map(({ key }) => key)
    .join("");
}
