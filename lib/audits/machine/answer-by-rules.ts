import { findWordForms } from "@/lib/transcripts/find-word-forms";
import { answerByRule } from "./answer-by-rule";
import { hearWords } from "./hear-words";
import type { MachineAnswer } from "./machine-answer";
import type { AuditedCall } from "./read-audited-call";

/** What the rules of a call's scorecard say of it, by the criterion's id; criteria that only people answer are left out. */
export async function answerByRules({ call, criteria }: Pick<AuditedCall, "call" | "criteria">): Promise<Map<string, MachineAnswer>> {
  const ruled = criteria.flatMap(({ rule, mode, ...criterion }) => (rule === null || mode === "manual" ? [] : [{ ...criterion, rule }]));
  if (ruled.length === 0) return new Map();
  const texts = [...call.segments.map(({ text }) => text), ...ruled.flatMap(({ rule }) => rule.phrases?.phrases ?? [])];
  const forms = await findWordForms({ language: call.language, texts });
  const hearing = hearWords(call, forms);
  return new Map(ruled.map(({ id, rule, maxPoints }) => [id, answerByRule({ rule, maxPoints, call, hearing, forms })]));
}
