"use client";

import { useFormatter, useTranslations } from "next-intl";
import { findScorecardProblems, type ScorecardProblem } from "@/lib/scorecards/find-scorecard-problems";
import { totalWeight } from "@/lib/scorecards/total-weight";
import type { BuilderSection } from "./edit-scorecard";

type ProblemListProps = {
  sections: BuilderSection[];
  /** Shows the place and puts the focus there. */
  goTo: (place: { sectionId: string | null; key: string | null }) => void;
};

/** What keeps the draft from being published, each a link to where it is. */
export function ProblemList({ sections, goTo }: ProblemListProps) {
  const t = useTranslations("scorecard.problems");
  const format = useFormatter();
  const problems = findScorecardProblems({ sections });
  if (problems.length === 0) return null;
  const wordsOf = ({ code, section, criterion }: ScorecardProblem) =>
    t(code, {
      section: sections[section ?? -1]?.title.trim() || t("section", { number: (section ?? 0) + 1 }),
      number: (criterion ?? 0) + 1,
      total: format.number(totalWeight(sections), { maximumFractionDigits: 2 }),
    });
  return (
    <div className="flex flex-col gap-1">
      <p className="text-sm font-medium">{t("title")}</p>
      <ul className="flex flex-col text-sm">
        {problems.map((problem) => {
          const place = sections[problem.section ?? -1];
          const key = place?.criteria[problem.criterion ?? -1]?.key ?? null;
          const words = wordsOf(problem);
          return (
            <li key={`${problem.code}-${problem.section}-${problem.criterion}`} className="flex gap-2">
              <span aria-hidden>•</span>
              {place ? (
                <button
                  type="button"
                  onClick={() => goTo({ sectionId: place.id, key })}
                  className="min-h-6 rounded-sm text-start text-link underline wrap-anywhere"
                >
                  {words}
                </button>
              ) : (
                <span className="min-h-6 wrap-anywhere">{words}</span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
