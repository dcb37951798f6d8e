import { useFormatter, useTranslations } from "next-intl";
import type { CriterionContent, ScorecardContent } from "@/lib/scorecards/scorecard-content";
import { totalWeight } from "@/lib/scorecards/total-weight";
import { CriterionSigns } from "./criterion-signs";
import { RuleWords } from "./rule-words";

/** What a version asks, to be read. */
export function ScorecardQuestions({ content: { sections } }: { content: ScorecardContent }) {
  const t = useTranslations("scorecard");
  const format = useFormatter();
  const number = (value: number) => format.number(value, { maximumFractionDigits: 2 });
  return (
    <div className="flex flex-col gap-4">
      {sections.map((section) => (
        <section key={section.criteria[0]?.key ?? section.title} className="rounded-lg border border-border bg-surface">
          <div className="flex flex-wrap items-baseline justify-between gap-2 border-b border-separator px-4 py-2">
            <h2 className="min-w-0 text-sm font-semibold wrap-anywhere">{section.title || t("sectionUntitled")}</h2>
            <span className="text-sm text-muted tabular-nums">{t("weightOfSection", { weight: number(totalWeight([section])) })}</span>
          </div>
          <ol>
            {section.criteria.map((criterion) => (
              <li key={criterion.key} className="border-b border-separator px-4 py-2.5 last:border-b-0">
                <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
                  <p className="min-w-0 flex-1 basis-60 font-medium wrap-anywhere">{criterion.question || t("questionUnwritten")}</p>
                  <CriterionSigns criterion={criterion} />
                  <span className="w-12 text-end tabular-nums">{number(criterion.weight)}</span>
                </div>
                <CriterionDetails criterion={criterion} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function CriterionDetails({
  criterion: { help, condition, critical, kind, maxPoints, passingPoints, rule },
}: {
  criterion: CriterionContent;
}) {
  const t = useTranslations("scorecard");
  return (
    <div className="flex max-w-prose flex-col gap-1 text-sm text-muted">
      {help !== "" && <p className="whitespace-pre-line wrap-anywhere">{help}</p>}
      {kind === "scale" && <p>{t("read.scale", { max: maxPoints ?? 0, passing: passingPoints ?? 0 })}</p>}
      {condition !== null && <p className="wrap-anywhere">{t("read.condition", { condition })}</p>}
      {critical !== "none" && <p>{t(`critical.help.${critical}`)}</p>}
      {rule !== null && <RuleWords rule={rule} />}
    </div>
  );
}
