"use client";

import { CircleCheck, CircleX } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Panel } from "@/components/ui/panel";
import { StatusChip } from "@/components/ui/status-chip";
import { answerOfPoints } from "@/lib/audits/answer-of-points";
import { isPassing, type ScoredAnswer, scoreAudit } from "@/lib/audits/score-audit";
import type { CriterionContent } from "@/lib/scorecards/scorecard-content";

type ExampleSection = { title: string; criteria: CriterionContent[] };
type WorkedExampleProps = { sections: ExampleSection[]; passingScore: number };

/** An audit to try out, kept nowhere: what one answers, and what comes of it. Everything complies until one says otherwise. */
export function WorkedExample({ sections, passingScore }: WorkedExampleProps) {
  const t = useTranslations("scorecard");
  const format = useFormatter();
  const [chosen, setChosen] = useState<Record<string, string>>({});
  // By number, since two sections may bear one name for a while.
  const criteria = sections.flatMap(({ criteria: asked }, index) =>
    asked.map((criterion) => ({ ...criterion, id: criterion.key, section: String(index) })),
  );
  const answers = new Map(criteria.map((criterion) => [criterion.key, answerOf(criterion, chosen[criterion.key])]));
  const { score, scoreWithoutFail, hasCriticalFailure, sections: parts } = scoreAudit({ criteria, answers });
  const number = (value: number) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const passes = isPassing(score, passingScore);
  return (
    <Panel title={t("example.title")}>
      <div className="flex flex-col gap-4 p-4">
        <p className="text-xs text-muted">{t("example.help")}</p>
        <div role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="text-2xl font-semibold tabular-nums">{number(score)}</span>
          <StatusChip tone={passes ? "success" : "danger"} icon={passes ? CircleCheck : CircleX}>
            {t(passes ? "example.passes" : "example.fails", { passingScore: format.number(passingScore, { maximumFractionDigits: 2 }) })}
          </StatusChip>
          {hasCriticalFailure && (
            <span className="basis-full text-sm text-muted tabular-nums">
              {t("example.withoutFail", { score: number(scoreWithoutFail) })}
            </span>
          )}
        </div>
        {sections.map(({ title, criteria: asked }, index) => (
          <fieldset key={asked[0]?.key ?? index} className="min-w-0">
            <legend className="flex w-full items-baseline justify-between gap-2 border-b border-separator pb-1 text-sm font-medium">
              <span className="min-w-0 wrap-anywhere">{title.trim() || t("sectionNumber", { number: index + 1 })}</span>
              <span className="shrink-0 tabular-nums">
                {number(parts[index]?.score ?? 0)}
                {parts[index]?.isFailed && <span className="ms-1 text-danger-soft-foreground">{t("example.sectionFailed")}</span>}
              </span>
            </legend>
            <ul>
              {asked.map((criterion, at) => (
                <li key={criterion.key}>
                  <div className="flex items-center justify-between gap-3 py-1 text-sm">
                    <label htmlFor={`example-${criterion.key}`} className="line-clamp-2 min-w-0 wrap-anywhere">
                      {criterion.question.trim() || t("questionNumber", { number: at + 1 })}
                    </label>
                    <AnswerChoice
                      criterion={criterion}
                      value={chosen[criterion.key]}
                      onChange={(value) => setChosen({ ...chosen, [criterion.key]: value })}
                    />
                  </div>
                </li>
              ))}
            </ul>
          </fieldset>
        ))}
      </div>
    </Panel>
  );
}

type AnswerChoiceProps = { criterion: CriterionContent; value: string | undefined; onChange: (value: string) => void };

function AnswerChoice({ criterion: { key, maxPoints, condition }, value, onChange }: AnswerChoiceProps) {
  const t = useTranslations("scorecard.example");
  const points = maxPoints === null ? [] : Array.from({ length: maxPoints + 1 }, (_, index) => maxPoints - index);
  return (
    <select
      id={`example-${key}`}
      value={value ?? (maxPoints === null ? "complies" : String(maxPoints))}
      onChange={(event) => onChange(event.target.value)}
      className="h-8 w-32 shrink-0 rounded-lg border border-field-line bg-field px-1.5"
    >
      {maxPoints === null ? (
        <>
          <option value="complies">{t("complies")}</option>
          <option value="fails">{t("failsIt")}</option>
        </>
      ) : (
        points.map((point) => (
          <option key={point} value={String(point)}>
            {t("points", { points: point, max: maxPoints })}
          </option>
        ))
      )}
      {condition !== null && <option value="not_applicable">{t("notApplicable")}</option>}
    </select>
  );
}

/** What was chosen once may no longer be on offer, as the criterion was changed meanwhile. */
function answerOf({ maxPoints, passingPoints, condition }: CriterionContent, value: string | undefined): ScoredAnswer {
  if (value === "not_applicable" && condition !== null) return { answer: "not_applicable", points: null };
  if (maxPoints === null || passingPoints === null) return { answer: value === "fails" ? "fails" : "complies", points: null };
  const points = value !== undefined && /^\d+$/.test(value) ? Math.min(Number(value), maxPoints) : maxPoints;
  return { answer: answerOfPoints(points, passingPoints), points };
}
