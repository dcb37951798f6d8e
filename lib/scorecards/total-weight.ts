import type { ScorecardContent } from "./scorecard-content";

/** What the weights add up to, to the hundredth. */
export function totalWeight(sections: ScorecardContent["sections"]): number {
  const hundredths = sections.flatMap(({ criteria }) => criteria).reduce((sum, { weight }) => sum + Math.round(weight * 100), 0);
  return hundredths / 100;
}
