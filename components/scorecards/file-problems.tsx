"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { CRITERION_FIELDS } from "@/lib/scorecards/criterion-fields";
import type { ScorecardFileProblem } from "@/lib/scorecards/read-scorecard-file";
import { MAX_CRITERIA, MAX_SECTIONS } from "@/lib/scorecards/scorecard-limits";

/** Fields of a file that there are words for what they must hold. */
const FIELDS = ["sections", "title", "criteria", "key", ...CRITERION_FIELDS] as const;

/** All that is wrong with a file, with where it is and what should be there. */
export function FileProblems({ problems }: { problems: ScorecardFileProblem[] }) {
  const t = useTranslations("scorecard.file");
  const wordsOf = (problem: ScorecardFileProblem): string => {
    if (problem.code === "not_json") return t("not_json", { line: problem.line, column: problem.column });
    if (problem.code !== "missing" && problem.code !== "wrong" && problem.code !== "unknown")
      return t(problem.code, { sections: MAX_SECTIONS, criteria: MAX_CRITERIA });
    const { section, criterion, field } = problem;
    const place =
      section === null
        ? t("place.file")
        : criterion === null
          ? t("place.section", { section: section + 1 })
          : t("place.criterion", { section: section + 1, criterion: criterion + 1 });
    const known = FIELDS.find((name) => name === field);
    const expected = known === undefined ? "" : t(`expected.${known}`);
    return t(problem.code, { place, field: field ?? "", expected });
  };
  return (
    <div role="alert" className="flex items-start gap-2 rounded-lg bg-danger-soft px-3 py-2 text-danger-soft-foreground">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0">
        <p>{t("title")}</p>
        <ul className="mt-1 max-h-60 list-disc overflow-y-auto ps-4 text-sm">
          {problems.map((problem) => {
            const words = wordsOf(problem);
            return (
              <li key={words} className="wrap-anywhere">
                {words}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}
