import type { ScorecardContent } from "./scorecard-content";
import { TOTAL_WEIGHT } from "./scorecard-limits";
import { totalWeight } from "./total-weight";

export type ScorecardProblemCode = "no_criteria" | "blank_question" | "blank_section" | "section_twice" | "weights_do_not_add_up";
/** What keeps a draft from being published, and where: the numbers of the section and of the criterion in it, from 0. */
export type ScorecardProblem = { code: ScorecardProblemCode; section: number | null; criterion: number | null };

/** Everything that keeps a draft from being published; empty when nothing does. */
export function findScorecardProblems({ sections }: ScorecardContent): ScorecardProblem[] {
  if (sections.length === 0) return [{ code: "no_criteria", section: null, criterion: null }];
  const titles = sections.map(({ title }) => title.trim().toLocaleLowerCase());
  const problems = sections.flatMap(({ criteria }, section): ScorecardProblem[] => [
    ...(titles[section] === "" ? [{ code: "blank_section", section, criterion: null } as const] : []),
    ...(titles[section] !== "" && titles.indexOf(titles[section] ?? "") < section
      ? [{ code: "section_twice", section, criterion: null } as const]
      : []),
    ...criteria.flatMap(({ question }, criterion) =>
      question.trim() === "" ? [{ code: "blank_question", section, criterion } as const] : [],
    ),
  ]);
  if (totalWeight(sections) !== TOTAL_WEIGHT) problems.push({ code: "weights_do_not_add_up", section: null, criterion: null });
  return problems;
}
