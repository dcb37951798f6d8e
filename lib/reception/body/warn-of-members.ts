import type { DeliveryProblem } from "@/db/schema";
import { nameKey } from "./name-key";

const MAX_WARNINGS = 20;

/** Warnings for keys that a body holds more than once, and for texts that had to be changed to be stored; the first twenty of each. */
export function warnOfMembers({ repeated, unstorable }: { repeated: string[]; unstorable: string[] }): DeliveryProblem[] {
  return [
    ...repeated.slice(0, MAX_WARNINGS).map((key) => {
      const path = nameKey(key);
      return { path, code: "duplicate_key", message: `The body holds ${path} more than once; the last one counts.` };
    }),
    ...unstorable.slice(0, MAX_WARNINGS).map((key) => {
      const path = nameKey(key);
      const message = `${path} holds a NUL or half of a character, which can't be stored; it was replaced by \uFFFD.`;
      return { path, code: "unstorable_text", message };
    }),
  ];
}
