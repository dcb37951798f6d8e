import type { Answer, CriterionKind } from "@/db/enums";
import { answerOfPoints } from "@/lib/audits/answer-of-points";
import { disputeRefused } from "./dispute-access";
import type { GivenAnswer } from "./dispute-input";

/** What of a criterion says which answers there are to it. */
export type AnsweredCriterion = { kind: CriterionKind; maxPoints: number | null; passingPoints: number | null; condition: string | null };

/** The answer and points that somebody's choice amounts to. Refused where the question has no such answer. */
export function answerGiven(criterion: AnsweredCriterion, given: GivenAnswer): { answer: Answer; points: number | null } {
  const { maxPoints, passingPoints, condition } = criterion;
  if ("points" in given) {
    if (maxPoints === null || passingPoints === null || given.points > maxPoints) throw disputeRefused("impossible_answer");
    return { answer: answerOfPoints(given.points, passingPoints), points: given.points };
  }
  const isPossible = given.answer === "not_applicable" ? condition !== null : maxPoints === null;
  if (!isPossible) throw disputeRefused("impossible_answer");
  return { answer: given.answer, points: null };
}
