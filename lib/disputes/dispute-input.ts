import { z } from "zod";
import { ANSWERS, type Answer } from "@/db/enums";

export const MAX_DISPUTE_WORDS = 2000;

/** What an agent or an arbiter says, as a text of some length. Its issues are `missing` and `too_long`. */
export const disputeWords = z
  .string()
  .transform((text) => text.toWellFormed().replaceAll("\0", ""))
  .pipe(z.string().trim().min(1, { error: "missing" }).max(MAX_DISPUTE_WORDS, { error: "too_long" }));

/** What is right instead, as a form sends it: one of the answers, or points, which decide on a scale. */
export const rightAnswer = z.union([
  z.enum(ANSWERS).transform((answer) => ({ answer, points: null })),
  z
    .string()
    .regex(/^\d{1,3}$/)
    .transform((points) => ({ answer: "complies" as const, points: Number(points) })),
]);
export type RightAnswer = { answer: Answer; points: number | null };
