import type { Answer } from "@/db/enums";
import type { CriterionRule, MachineFinding } from "@/db/schema";
import type { WordForms } from "@/lib/transcripts/find-word-forms";
import type { Hearing } from "./hear-words";
import type { HeardCall } from "./heard-call";
import { judgeMeasures } from "./judge-measures";
import { judgePhrases } from "./judge-phrases";
import type { MachineAnswer } from "./machine-answer";

type AnswerByRuleInput = {
  rule: CriterionRule;
  /** Of a scale; null for yes or no. */
  maxPoints: number | null;
  call: HeardCall;
  /** What is said in the call (hearWords), and the forms of its words and of the rule's. */
  hearing: Hearing;
  forms: WordForms;
};

/**
 * What a rule says of a call: it complies where all that the rule asks holds, and fails where anything does not. Where nothing fails and something
 * cannot be told there is no answer. The same call gives the same answer, with what it rests on.
 */
export function answerByRule({ rule, maxPoints, call, hearing, forms }: AnswerByRuleInput): MachineAnswer {
  const phrases = rule.phrases && judgePhrases({ rule: rule.phrases, call, hearing, forms });
  const findings = [...(phrases ? [phrases.finding] : []), ...judgeMeasures(rule, call)];
  const answer = answerOf(findings);
  return {
    ...{ answer, findings, source: "rule", note: "", confidence: null },
    points: maxPoints === null || answer === null ? null : answer === "complies" ? maxPoints : 0,
    quote: phrases?.said?.quote ?? null,
    momentMs: phrases?.said?.atMs ?? null,
  };
}

function answerOf(findings: MachineFinding[]): Answer | null {
  if (findings.some(({ isMet }) => isMet === false)) return "fails";
  return findings.every(({ isMet }) => isMet === true) ? "complies" : null;
}
