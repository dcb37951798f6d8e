import type { ScorecardContent } from "./scorecard-content";
import { TOTAL_WEIGHT } from "./scorecard-limits";
import { totalWeight } from "./total-weight";

/**
 * Gives what is left of 100 to the criteria whose weight is 0, in equal parts to the hundredth: the first ones get a hundredth more where it does
 * not come out even. Nothing changes where nothing is left, or nobody is there to take it.
 */
export function spreadWeights<Section extends ScorecardContent["sections"][number]>(sections: Section[]): Section[] {
  const left = Math.round((TOTAL_WEIGHT - totalWeight(sections)) * 100);
  const takerCount = sections.flatMap(({ criteria }) => criteria).filter(({ weight }) => weight === 0).length;
  if (left <= 0 || takerCount === 0) return sections;
  const each = Math.floor(left / takerCount);
  let rest = left - each * takerCount;
  const share = () => (each + (rest-- > 0 ? 1 : 0)) / 100;
  return sections.map((section) => ({
    ...section,
    criteria: section.criteria.map((criterion) => (criterion.weight === 0 ? { ...criterion, weight: share() } : criterion)),
  }));
}
