import { z } from "zod";
import { ANSWERS } from "@/db/enums";
import { NOTE_MAX_LENGTH, REASON_MAX_LENGTH, REMARK_MAX_LENGTH } from "./answer-limits";
import { tidyProse } from "./tidy-prose";

/** A day: no recording is longer. */
const MAX_MOMENT_MS = 86_400_000;

/** Text of several lines as people type it, tidied. */
const prose = (max: number) =>
  z
    .string()
    .transform(tidyProse)
    .refine((text) => text.length <= max);

/** Why something is done, as people type it; blank where nothing is said. */
export const reasonInput = prose(REASON_MAX_LENGTH);

/** What a person says to one criterion. `answer` null: nothing, so that the machine's counts where it may; of a scale `points` decide. */
export const answerInput = z.object({
  criterionId: z.uuid(),
  answer: z.enum(ANSWERS).nullable(),
  points: z.int().min(0).max(100).nullable().default(null),
  note: prose(NOTE_MAX_LENGTH).default(""),
  momentMs: z.int().min(0).max(MAX_MOMENT_MS).nullable().default(null),
  reason: reasonInput.default(""),
  /** Mark of the answer that the person saw (answerMark). */
  seen: z.string().max(20_000),
});
export type AnswerInput = z.output<typeof answerInput>;

/** What is said of a whole audit. `seen` are the remarks that the person saw. */
export const remarksInput = z.object({
  comment: prose(REMARK_MAX_LENGTH),
  praise: prose(REMARK_MAX_LENGTH),
  seen: z.object({ comment: z.string().max(2 * REMARK_MAX_LENGTH), praise: z.string().max(2 * REMARK_MAX_LENGTH) }),
});
export type RemarksInput = z.output<typeof remarksInput>;
