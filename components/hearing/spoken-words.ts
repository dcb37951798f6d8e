import type { TranscriptSegment } from "@/lib/transcripts/get-transcript";

/** A word of a line: where it stands in the text, and when it is said. */
export type SpokenWord = { from: number; to: number; startMs: number; endMs: number };

/**
 * Where each word of a line is in its text, found one after the other, since transcribers may leave punctuation out of words. Without words, or
 * where they are not the text's, the time is spread over the text's own words by their length.
 */
export function spokenWords({
  text,
  words,
  startMs,
  endMs,
}: Pick<TranscriptSegment, "text" | "words" | "startMs" | "endMs">): SpokenWord[] {
  const found: SpokenWord[] = [];
  const lower = text.toLowerCase();
  let at = 0;
  for (const [word, wordStartMs, wordEndMs] of words ?? []) {
    const from = lower.indexOf(word.toLowerCase(), at);
    if (word === "" || from < 0) return spread({ text, startMs, endMs });
    at = from + word.length;
    found.push({ from, to: at, startMs: wordStartMs, endMs: wordEndMs });
  }
  return found.length > 0 ? found : spread({ text, startMs, endMs });
}

function spread({ text, startMs, endMs }: Pick<TranscriptSegment, "text" | "startMs" | "endMs">): SpokenWord[] {
  const msPerCharacter = (endMs - startMs) / Math.max(1, text.length);
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
    startMs: startMs + index * msPerCharacter,
    endMs: startMs + (index + word.length) * msPerCharacter,
  }));
}

/** The word at a character of the text, or the last one before it. */
export function wordAt(words: SpokenWord[], offset: number): SpokenWord | null {
  return words.findLast(({ from }) => from <= offset) ?? words[0] ?? null;
}
