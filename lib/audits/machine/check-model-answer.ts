import type { MachineDoubt } from "@/db/schema";
import { findQuote } from "@/lib/transcripts/find-quote";
import { answerOfPoints } from "../answer-of-points";
import type { HeardCall } from "./heard-call";
import type { MachineAnswer } from "./machine-answer";
import type { ModelAnswer } from "./model-question";
import type { AuditedCriterion } from "./read-audited-call";

const MAX_REASON_CHARACTERS = 500;

type CheckInput = {
  criterion: Pick<AuditedCriterion, "condition" | "maxPoints" | "passingPoints">;
  said: ModelAnswer | undefined;
  segments: HeardCall["segments"];
  /** False where the model was not shown all of the transcript. */
  isWhole: boolean;
};

/**
 * What stands of a model's answer: nothing where it does not fit the criterion, or quotes what nobody said. That something is missing, or did
 * not come up, cannot be quoted: such an answer stands without a quote, marked as resting on nothing said, if the model was shown all.
 */
export function checkModelAnswer({ criterion, said, segments, isWhole }: CheckInput): MachineAnswer {
  const mark = said && markOf(said, criterion);
  if (!said || !mark) return dropped("unusable_answer");
  const confidence = Math.round(Math.min(Math.max(said.confidence, 0), 1) * 100) / 100;
  const about = { ...mark, source: "model", note: tidy(said.reason), confidence } as const;
  if (said.quote !== null && said.quote.trim() !== "") {
    const quote = findQuote(segments, said.quote);
    if (!quote) return dropped("quote_not_in_transcript");
    return { ...about, findings: [], quote: quote.text, momentMs: quote.startMs };
  }
  if (mark.answer === "complies" || !isWhole) return dropped("quote_not_in_transcript");
  return { ...about, findings: [{ code: "rests_on_nothing_said", isMet: null }], quote: null, momentMs: null };
}

function markOf({ answer, points }: ModelAnswer, { condition, maxPoints, passingPoints }: CheckInput["criterion"]) {
  if (answer === "not_applicable") return condition === null ? null : { answer, points: null };
  if (maxPoints === null) return { answer, points: null };
  if (points === null || !Number.isInteger(points) || points < 0 || points > maxPoints) return null;
  return { answer: answerOfPoints(points, passingPoints ?? maxPoints), points };
}

function dropped(code: MachineDoubt["code"]): MachineAnswer {
  const nothing = { answer: null, points: null, note: "", quote: null, momentMs: null, confidence: null };
  return { ...nothing, source: "model", findings: [{ code, isMet: null }] };
}

function tidy(reason: string): string {
  const line = reason
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
  return line.length > MAX_REASON_CHARACTERS ? `${line.slice(0, MAX_REASON_CHARACTERS).toWellFormed()}…` : line;
}
