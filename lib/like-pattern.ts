/** What LIKE is given to find a text anywhere in another: none of its characters stands for others. NUL, which no text holds, is left out. */
export function likePattern(text: string): string {
  return `%${text.replaceAll("\0", "").replace(/[\\%_]/g, "\\$&")}%`;
}
