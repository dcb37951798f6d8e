import { v7 } from "uuid";
import type { CriterionContent, ScorecardContent } from "../scorecard-content";

/** A criterion that says no more than it must; what a test gives overrides it. */
export function criterionOf(given: Partial<CriterionContent> = {}): CriterionContent {
  return {
    ...{ key: v7(), question: "Said hello?", help: "", kind: "yes_no", maxPoints: null, passingPoints: null, weight: 100 },
    ...{ condition: null, critical: "none", mode: "manual", rule: null },
    ...given,
  };
}

/** A scorecard of the sections given, by their titles. */
export function scorecardOf(sections: Record<string, Partial<CriterionContent>[]>): ScorecardContent {
  return { sections: Object.entries(sections).map(([title, criteria]) => ({ title, criteria: criteria.map(criterionOf) })) };
}
