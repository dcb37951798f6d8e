/** A word of a text: what it has in common with every way of writing it, and where it stands. */
export type SpokenWord = { key: string; start: number; end: number };

/** The words of a text without case, accents and punctuation, in their order. */
export function spokenWords(text: string): SpokenWord[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap(({ 0: word, index }) => {
    const key = keyOf(word);
    return key === "" ? [] : [{ key, start: index, end: index + word.length }];
  });
}

/** By way of upper case, which folds ß to ss and final sigma to sigma. */
function keyOf(word: string): string {
  return word
    .normalize("NFKD")
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "");
}
