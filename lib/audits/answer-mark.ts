import type { Answer } from "@/db/enums";

/** What counts as a criterion's answer, and what stands beside it. `answeredBy` null: the machine's counts, or nothing does yet. */
export type GivenAnswer = {
  answer: Answer | null;
  points: number | null;
  note: string;
  /** Where in the recording, from its beginning. */
  momentMs: number | null;
  /** Why it is another than before, or than the machine's. */
  reason: string;
  answeredBy: string | null;
};

/** A criterion that nobody has said anything of. */
export const NO_ANSWER: GivenAnswer = { answer: null, points: null, note: "", momentMs: null, reason: "", answeredBy: null };

/** A text that is another whenever the answer is: who sends back the one that they saw is told when there is something newer. */
export function answerMark({ answer, points, note, momentMs, reason, answeredBy }: GivenAnswer): string {
  return JSON.stringify([answer, points, note, momentMs, reason, answeredBy]);
}
