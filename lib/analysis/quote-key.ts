import type { Quote } from "@/db/schema";

/** The same for two quotes of the same words in the same line. */
export function quoteKey({ position, text }: Quote): string {
  return `${position} ${text}`;
}
