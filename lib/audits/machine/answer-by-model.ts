import { askLanguageModel } from "@/lib/language-model/ask-language-model";
import type { ModelUse } from "@/lib/machine-work/end-machine-work";
import { MachineWorkFailure } from "@/lib/machine-work/machine-work-failure";
import { checkModelAnswer } from "./check-model-answer";
import type { HeardCall } from "./heard-call";
import type { MachineAnswer } from "./machine-answer";
import { type ModelAnswers, modelAnswers, modelQuestion, SYSTEM_PROMPT } from "./model-question";
import type { AuditedCriterion } from "./read-audited-call";

/** As many as a model answers in one go without losing count; each further question shows it the transcript again. */
const CRITERIA_A_QUESTION = 40;

/** No tokenizer makes so few tokens of a transcript; one that reports fewer has been given a part of it. */
const CHARACTERS_A_TOKEN = 6;

type AnswerByModelInput = { criteria: AuditedCriterion[]; call: HeardCall; signal: AbortSignal };

/** What the language model says to some criteria of a call, by their id, each checked (checkModelAnswer), and what it took. Throws MachineWorkFailure. */
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
    requireAllRead({ sentCharacters: SYSTEM_PROMPT.length + text.length, readTokens: use.inputTokens - (spent?.inputTokens ?? 0), use });
    spent = use;
    for (const [index, criterion] of some.entries()) {
      const said = value.answers.find((answer) => answer.criterion === index + 1);
      answers.set(criterion.id, checkModelAnswer({ criterion, said, segments: call.segments, isWhole }));
    }
  }
  return { answers, use: spent };
}

type ReadInput = { sentCharacters: number; readTokens: number; use: ModelUse };

/** Some servers cut what is longer than their context and answer all the same: of such a part nobody can say what was not said. */
function requireAllRead({ sentCharacters, readTokens, use }: ReadInput): void {
  const fewest = Math.floor(sentCharacters / CHARACTERS_A_TOKEN);
  if (readTokens === 0 || readTokens >= fewest) return;
  const message = `The language model has read ${readTokens} tokens of a call that has more than ${fewest}: its server cuts what is longer. Let it read more at once.`;
  throw new MachineWorkFailure({ code: "not_all_read", message, isRetriable: false, use });
}
