import { askLanguageModel } from "@/lib/language-model/ask-language-model";
import type { ModelUse } from "@/lib/machine-work/end-machine-work";
import { checkModelAnswer } from "./check-model-answer";
import type { HeardCall } from "./heard-call";
import type { MachineAnswer } from "./machine-answer";
import { type ModelAnswers, modelAnswers, modelQuestion, SYSTEM_PROMPT } from "./model-question";
import type { AuditedCriterion } from "./read-audited-call";

/** As many as a model answers in one go without losing count; each further question shows it the transcript again. */
const CRITERIA_A_QUESTION = 40;

type AnswerByModelInput = { criteria: AuditedCriterion[]; call: HeardCall; signal: AbortSignal };

/** What the language model says to some criteria of a call, by their id, each checked (checkModelAnswer), and what it took. Throws LanguageModelFailure. */
export async function answerByModel({ criteria, call, signal }: AnswerByModelInput): Promise<{
  answers: Map<string, MachineAnswer>;
  use: ModelUse | null;
}> {
  const answers = new Map<string, MachineAnswer>();
  let spent: ModelUse | null = null;
  for (let from = 0; from < criteria.length; from += CRITERIA_A_QUESTION) {
    const some = criteria.slice(from, from + CRITERIA_A_QUESTION);
    const { text, isWhole } = modelQuestion({ criteria: some, call });
    const { value, use }: { value: ModelAnswers; use: ModelUse } = await askLanguageModel({
      ...{ system: SYSTEM_PROMPT, user: text, shapeName: "audit", shape: modelAnswers, signal, spent },
    });
    spent = use;
    for (const [index, criterion] of some.entries()) {
      const said = value.answers.find((answer) => answer.criterion === index + 1);
      answers.set(criterion.id, checkModelAnswer({ criterion, said, segments: call.segments, isWhole }));
    }
  }
  return { answers, use: spent };
}
