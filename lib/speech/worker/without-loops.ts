const MAX_PHRASE_WORDS = 6;
/** Nobody says one word more often than this in a row, or a phrase more often than the second figure. */
const MAX_WORDS_IN_A_ROW = 5;
const MAX_PHRASES_IN_A_ROW = 3;

/** Text without the loops that a decoder runs into over a sentence that was cut off: what is said over and over is left once. */
export function withoutLoops(text: string): string {
  const words = text.split(/\s+/).filter(Boolean);
  const kept: string[] = [];
  for (let at = 0; at < words.length; ) {
    const { size, times } = loopAt(words, at);
    kept.push(...words.slice(at, at + size));
    at += size * times;
  }
  return kept.join(" ");
}

function loopAt(words: string[], at: number): { size: number; times: number } {
  for (let size = 1; size <= MAX_PHRASE_WORDS; size++) {
    let times = 1;
    while (isSame(words, at, at + size * times, size)) times++;
    if (times > (size === 1 ? MAX_WORDS_IN_A_ROW : MAX_PHRASES_IN_A_ROW)) return { size, times };
  }
  return { size: 1, times: 1 };
}

function isSame(words: string[], one: number, other: number, size: number): boolean {
  if (other + size > words.length) return false;
  return Array.from({ length: size }, (_, i) => bare(words[one + i]) === bare(words[other + i])).every(Boolean);
}

function bare(word = ""): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
