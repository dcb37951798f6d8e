/** A model's words as one line of bounded length, without characters that cannot be seen. */
export function tidyWords(text: string, maxLength: number): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, " ")
    .trim()
    .slice(0, maxLength)
    .toWellFormed();
}
