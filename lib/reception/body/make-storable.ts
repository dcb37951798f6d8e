/** The same text with what PostgreSQL can't hold, NUL and halves of characters, replaced by U+FFFD. */
export function makeStorable(text: string): string {
  return text.replaceAll("\0", "\uFFFD").toWellFormed();
}
