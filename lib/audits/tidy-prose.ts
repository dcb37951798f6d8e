/** A text of several lines as it is stored: without what no text holds, and without blanks around it. */
export function tidyProse(text: string): string {
  return text
    .toWellFormed()
    .replaceAll("\r\n", "\n")
    .replace(/(?!\n)\p{Cc}/gu, " ")
    .trim();
}
