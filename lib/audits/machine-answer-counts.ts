import type { Answer, CriterionMode, CriticalLevel } from "@/db/enums";

type MachineAnswerCountsInput = { mode: CriterionMode; critical: CriticalLevel; answer: Answer | null };

/** True where a machine's answer needs nobody: by the criterion's mode, but never a critical criterion that it says is failed. */
export function machineAnswerCounts({ mode, critical, answer }: MachineAnswerCountsInput): boolean {
  return mode === "machine" && answer !== null && !(critical !== "none" && answer === "fails");
}
