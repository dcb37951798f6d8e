import { z } from "zod";
import { ANSWERS } from "@/db/enums";

export const MAX_DISPUTE_WORDS = 2000;

/** What an agent or an arbiter says, as a text of some length. Its issues are `missing` and `too_long`. */
export const disputeWords = z
  .string()
  .transform((text) => text.toWellFormed().replaceAll("\0", ""))
  .pipe(z.string().trim().min(1, { error: "missing" }).max(MAX_DISPUTE_WORDS, { error: "too_long" }));

/** An answer as a form sends it: one of the three, or points. */
export const givenAnswer = z.union([
  z.enum(ANSWERS).transform((answer) => ({ answer })),
  z
    .string()
    .regex(/^\d{1,3}$/)
    .transform((points) => ({ points: Number(points) })),
]);
export type GivenAnswer = z.infer<typeof givenAnswer>;
