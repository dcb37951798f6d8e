import type { Answer, CriticalLevel } from "@/db/enums";

/** What of a criterion its score depends on. */
export type ScoredCriterion = { id: string; section: string; weight: number; maxPoints: number | null; critical: CriticalLevel };

/** `points` of a scale; null elsewhere. */
export type ScoredAnswer = { answer: Answer; points: number | null };

export type SectionScore = { section: string; score: number; scoreWithoutFail: number; isFailed: boolean };

export type AuditScore = {
  /** 0 to 100 with two decimals. */
  score: number;
  /** What it would be if no criterion were critical. */
  scoreWithoutFail: number;
  hasCriticalFailure: boolean;
  sections: SectionScore[];
  /** Criteria that have no answer yet. They count for nothing. */
  unansweredIds: string[];
};

type ScoreAuditInput = { criteria: ScoredCriterion[]; answers: ReadonlyMap<string, ScoredAnswer> };

/**
 * The score of an audit: `100 × Σ weight·value / Σ weight` of the criteria that are answered and apply. The value is 1 or 0, of a scale its share
 * of the points. A failed critical criterion makes the values of its section 0, or the whole score. Where nothing applies, nothing was missed: 100.
 */
export function scoreAudit({ criteria, answers }: ScoreAuditInput): AuditScore {
  const answered = criteria.map((criterion) => ({ ...criterion, given: answers.get(criterion.id) }));
  const failed = answered.filter(({ critical, given }) => critical !== "none" && given?.answer === "fails");
  const isWholeFailed = failed.some(({ critical }) => critical === "whole");
  const failedSections = new Set(failed.filter(({ critical }) => critical === "section").map(({ section }) => section));
  const parts = answered.flatMap(({ section, weight, maxPoints, given }) =>
    given === undefined || given.answer === "not_applicable" ? [] : [{ section, weight, value: shareOf(given, maxPoints) }],
  );
  const afterFail = parts.map((part) => ({ ...part, value: isWholeFailed || failedSections.has(part.section) ? 0 : part.value }));
  const sections = [...new Set(criteria.map(({ section }) => section))].map((section) => {
    const isFailed = isWholeFailed || failedSections.has(section);
    const scoreWithoutFail = average(parts.filter((part) => part.section === section));
    return { section, scoreWithoutFail, score: isFailed ? 0 : scoreWithoutFail, isFailed };
  });
  return {
    score: isWholeFailed ? 0 : average(afterFail),
    scoreWithoutFail: average(parts),
    hasCriticalFailure: failed.length > 0,
    sections,
    unansweredIds: answered.filter(({ given }) => given === undefined).map(({ id }) => id),
  };
}

/** True from the passing score on: equal passes. */
export function isPassing(score: number, passingScore: number): boolean {
  return score >= passingScore;
}

function shareOf({ answer, points }: ScoredAnswer, maxPoints: number | null): number {
  if (maxPoints === null) return answer === "complies" ? 1 : 0;
  return Math.min(Math.max(points ?? 0, 0), maxPoints) / maxPoints;
}

function average(parts: { weight: number; value: number }[]): number {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return 100;
  const share = parts.reduce((sum, { weight, value }) => sum + weight * value, 0) / total;
  // Half a hundredth goes up, also where binary fractions come out a hair below it.
  return Math.min(100, Math.round(share * 10_000 + 1e-7) / 100);
}
