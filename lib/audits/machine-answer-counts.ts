import type { Answer, AnswerSource, CriterionMode, CriticalLevel } from "@/db/enums";

/** A machine that is less sure asks a person. */
export const MIN_CONFIDENCE = 0.5;

type AskedCriterion = { mode: CriterionMode; critical: CriticalLevel; condition: string | null };
type SaidAnswer = { answer: Answer | null; source: AnswerSource | null; quote: string | null; confidence: number | null };

/**
 * True where a machine's answer needs nobody: by the criterion's mode, but never a critical criterion that it says is failed, nor what it is not
 * sure of, nor what a model bases on nothing that was said, nor a rule's failure of what may not have applied.
 */
export function machineAnswerCounts({ mode, critical, condition }: AskedCriterion, said: SaidAnswer): boolean {
  const { answer, source, quote, confidence } = said;
  if (mode !== "machine" || answer === null) return false;
  if (source === "model" && (quote === null || (confidence !== null && confidence < MIN_CONFIDENCE))) return false;
  return answer !== "fails" || (critical === "none" && (source === "model" || condition === null));
}
