/** What the standard fonts of a PDF hold besides Latin-1 (ISO 32000-1, annex D, WinAnsiEncoding): enough for Spanish, Portuguese and English. */
const BEYOND_LATIN_1 = new Set("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ");

/** A text as the standard fonts can print it: a letter that they lack without its accent, anything else as a question mark. */
export function printable(text: string): string {
  return [...text.normalize("NFC")].map((letter) => (isHeld(letter) ? letter : without(letter))).join("");
}

function without(letter: string): string {
  if (/\s/u.test(letter)) return " ";
  const plain = letter.normalize("NFKD").replace(/\p{M}/gu, "");
  return [...plain].every(isHeld) ? plain : "?";
}

function isHeld(letter: string): boolean {
  return /^[\x20-\x7E\xA0-\xFF]$/.test(letter) || BEYOND_LATIN_1.has(letter);
}
