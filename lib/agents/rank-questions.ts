/** How often a question is met: `share` 0 to 1 of the audits in which it applied, a scale by its share of the points. */
export type QuestionShare = { key: string; question: string; share: number; count: number };

export type RankedQuestions = { strongest: QuestionShare[]; weakest: QuestionShare[] };

/** Fewer audits say nothing about a question. */
export const MIN_RANKED_AUDITS = 3;
const MAX_RANKED = 3;

/** The questions that are met least and most often, none of them both. One that is always met is never weak. */
export function rankQuestions(questions: QuestionShare[]): RankedQuestions {
  const known = questions
    .filter(({ count }) => count >= MIN_RANKED_AUDITS)
    .sort((one, other) => one.share - other.share || other.count - one.count);
  const weakest = known.filter(({ share }) => share < 1).slice(0, Math.min(MAX_RANKED, Math.ceil(known.length / 2)));
  const strongest = known
    .filter((question) => !weakest.includes(question) && question.share > 0)
    .sort((one, other) => other.share - one.share || other.count - one.count)
    .slice(0, MAX_RANKED);
  return { strongest, weakest };
}
