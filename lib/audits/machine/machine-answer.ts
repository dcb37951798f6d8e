import type { Answer, AnswerSource } from "@/db/enums";
import type { MachineFinding } from "@/db/schema";

export type { MachineFinding } from "@/db/schema";

/** What a machine says to one criterion; `answer` is null where it cannot tell, and the findings say why. */
export type MachineAnswer = {
  answer: Answer | null;
  /** Of a scale. */
  points: number | null;
  source: AnswerSource;
  findings: MachineFinding[];
  /** The model's reason; empty for rules. */
  note: string;
  quote: string | null;
  momentMs: number | null;
  /** 0 to 1; null for rules. */
  confidence: number | null;
};
