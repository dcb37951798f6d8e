/** Text of others as one line that cannot end the element it is put into: for what a model is to read, and not to obey. */
export function asData(text: string): string {
  return text
    .toWellFormed()
    .replaceAll("<", "‹")
    .replaceAll(">", "›")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}
