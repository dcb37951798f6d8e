"use client";

import { CircleCheck, OctagonAlert, OctagonX } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type AuditScore, isPassing } from "@/lib/audits/score-audit";

type ScoreBarProps = {
  scored: AuditScore;
  passingScore: number;
  /** Sections of which something is answered: others have no score yet. */
  answeredSections: ReadonlySet<string>;
  answeredCount: number;
  count: number;
};

const DECIMALS = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

/** The score of the answers so far: once there are all, whether it passes; what it would be without what is failed, and that of each section. */
export function ScoreBar({ scored, passingScore, answeredSections, answeredCount, count }: ScoreBarProps) {
  const t = useTranslations("auditSheet");
  const format = useFormatter();
  const { score, scoreWithoutFail, hasCriticalFailure, sections } = scored;
  const passes = isPassing(score, passingScore);
  const Sign = passes ? CircleCheck : OctagonX;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        {answeredCount === 0 ? (
          <span className="text-muted">{t("notScored")}</span>
        ) : (
          <>
            <span data-score className="font-display text-2xl font-semibold tabular-nums">
              {format.number(score, DECIMALS)}
            </span>
            {answeredCount < count ? (
              <span className="text-sm text-muted">{t("soFar")}</span>
            ) : (
              <span
                className={`inline-flex items-center gap-1 text-sm font-medium ${passes ? "text-success-soft-foreground" : "text-danger-soft-foreground"}`}
              >
                <Sign aria-hidden className="size-4 self-center" />
                {t(passes ? "passes" : "doesNotPass", { passingScore: format.number(passingScore) })}
              </span>
            )}
          </>
        )}
        <span className="ms-auto text-xs text-muted tabular-nums">{t("answered", { answered: answeredCount, count })}</span>
      </div>
      {hasCriticalFailure && (
        <p className="flex items-center gap-1.5 text-sm text-danger-soft-foreground">
          <OctagonAlert aria-hidden className="size-4 shrink-0" />
          {t("withoutFail", { score: format.number(scoreWithoutFail, DECIMALS) })}
        </p>
      )}
      <SectionBars sections={sections} answered={answeredSections} />
    </div>
  );
}

function SectionBars({ sections, answered }: { sections: AuditScore["sections"]; answered: ReadonlySet<string> }) {
  const t = useTranslations("auditSheet");
  const format = useFormatter();
  if (sections.length < 2) return null;
  return (
    <dl aria-label={t("sections")} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-center gap-x-2 gap-y-0.5 text-xs">
      {sections.map(({ section, score, isFailed }) => (
        <div key={section} className="contents">
          <dt className="truncate text-muted" title={section}>
            {section}
          </dt>
          <dd aria-hidden className="h-1.5 rounded-full bg-default">
            <span
              className={`block h-full rounded-full ${isFailed ? "bg-danger" : "bg-accent"}`}
              style={{ width: answered.has(section) ? `${score}%` : 0 }}
            />
          </dd>
          <dd className={`text-end tabular-nums ${isFailed ? "text-danger-soft-foreground" : ""}`}>
            {answered.has(section) ? format.number(score, DECIMALS) : "–"}
          </dd>
        </div>
      ))}
    </dl>
  );
}
