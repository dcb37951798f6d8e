/** Why two names may be one person's, the surest first: imports nothing, so that a browser may load it. */
export const LIKENESS_REASONS = ["same_words", "missing_words", "initials", "similar_spelling", "same_extension"] as const;
export type LikenessReason = (typeof LIKENESS_REASONS)[number];

/** Shorter words, such as de or la, say nothing of who somebody is. */
const MIN_TELLING_LENGTH = 3;

/**
 * Why two names, given by their match keys, may be one person's; null when they are not alike enough. The same words in another order, a word
 * that one leaves out, initials, or a letter or two that differ. Numbers tell people apart: Agent 12 is not Agent 13. `shared_word` is too
 * little by itself.
 */
export function nameLikeness(one: string, other: string): Exclude<LikenessReason, "same_extension"> | "shared_word" | null {
  const [fewer = [], more = []] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length);
  if (numbersOf(fewer) !== numbersOf(more)) return null;
  if (sorted(fewer).join(" ") === sorted(more).join(" ")) return "same_words";

  const rest = [...more];
  const whole = fewer.filter((word) => take(rest, (candidate) => candidate === word));
  const open = subtract(fewer, whole);
  const telling = whole.filter((word) => word.length >= MIN_TELLING_LENGTH);
  if (open.length === 0) return telling.length >= 2 ? "missing_words" : null;
  if (telling.length > 0 && open.every((word) => take(rest, (candidate) => isInitial(word, candidate)))) return "initials";
  if (isSpelledAlike(fewer, more)) return "similar_spelling";
  return telling.length > 0 ? "shared_word" : null;
}

function wordsOf(key: string): string[] {
  return key.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

function numbersOf(words: string[]): string {
  return sorted(words.filter((word) => /\p{N}/u.test(word))).join(" ");
}

function sorted(words: string[]): string[] {
  return [...words].sort();
}

/** Takes the first word that matches out of the list; false when none does. */
function take(words: string[], matches: (word: string) => boolean): boolean {
  const index = words.findIndex(matches);
  if (index >= 0) words.splice(index, 1);
  return index >= 0;
}

function subtract(words: string[], taken: string[]): string[] {
  const rest = [...words];
  for (const word of taken) take(rest, (candidate) => candidate === word);
  return rest;
}

function isInitial(one: string, other: string): boolean {
  return (one.length === 1 || other.length === 1) && one !== other && one[0] === other[0];
}

/** As many words, each but for a letter or two the same: in long words two, in short ones one, in initials none. */
function isSpelledAlike(one: string[], other: string[]): boolean {
  if (one.length !== other.length) return false;
  return one.every((word, index) => {
    const against = other[index] ?? "";
    const length = Math.min(word.length, against.length);
    return word === against || distance(word, against) <= (length >= 6 ? 2 : length >= MIN_TELLING_LENGTH ? 1 : 0);
  });
}

/** Letters to add, drop, change or swap with their neighbour to make one word the other. */
function distance(one: string, other: string): number {
  let [beforeLast, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [beforeLast, last] = [last, current];
  }
  return last[other.length] ?? 0;
}
