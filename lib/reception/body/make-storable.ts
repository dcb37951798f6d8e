import type { DeliveryProblem } from "@/db/schema";

/** Replaces what PostgreSQL's text can't hold, NUL and halves of characters, by U+FFFD and warns of it. */
export function makeStorable({ path, text, warnings }: { path: string; text: string; warnings: DeliveryProblem[] }): string {
  if (!text.includes("\0") && text.isWellFormed()) return text;
  const shown = path.slice(0, 100).replaceAll("\0", "\uFFFD").toWellFormed();
  const message = `${shown} holds a NUL or half of a character, which can't be stored; it was replaced by \uFFFD.`;
  warnings.push({ path: shown, code: "unstorable_text", message });
  return text.replaceAll("\0", "\uFFFD").toWellFormed();
}
