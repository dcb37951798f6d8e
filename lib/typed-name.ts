import { z } from "zod";

const MISSING = { error: "name_missing" };

/** A name that somebody typed, on one line and trimmed. Its issues are `name_missing` and `name_too_long`. */
export function typedName({ maxLength }: { maxLength: number }) {
  return z
    .string(MISSING)
    .transform((text) => text.toWellFormed().replace(/\p{Cc}+/gu, " "))
    .pipe(z.string().trim().min(1, MISSING).max(maxLength, { error: "name_too_long" }));
}
