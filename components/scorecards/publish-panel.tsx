"use client";

import { Button } from "@heroui/react/button";
import { textAreaVariants } from "@heroui/styles";
import { useFormatter, useTranslations } from "next-intl";
import { useId, useState, useTransition } from "react";
import { FormField } from "@/components/ui/form-field";
import { FormProblem } from "@/components/ui/form-problem";
import { Panel } from "@/components/ui/panel";
import { findScorecardProblems } from "@/lib/scorecards/find-scorecard-problems";
import { MAX_NOTE_LENGTH, TOTAL_WEIGHT } from "@/lib/scorecards/scorecard-limits";
import { totalWeight } from "@/lib/scorecards/total-weight";
import type { BuilderSection } from "./edit-scorecard";
import { ProblemList } from "./problem-list";
import type { PublishDraftResult } from "./scorecard-actions";

type PublishPanelProps = {
  sections: BuilderSection[];
  /** Whether there is anything that is not published yet. */
  hasDraft: boolean;
  nextNumber: number;
  spread: () => void;
  goTo: (place: { sectionId: string | null; key: string | null }) => void;
  /** Saves what waits, and publishes; "unsaved" when it could not be saved. */
  publish: (note: string) => Promise<PublishDraftResult | { status: "unsaved" }>;
};

/** In the colours of the house, by the names that each browser has for its parts. */
const METER_CLASS =
  "w-full bg-default [&::-moz-meter-bar]:bg-accent [&::-webkit-meter-bar]:border-0 [&::-webkit-meter-bar]:bg-default [&::-webkit-meter-optimum-value]:bg-accent";

/** What the weights come to, what is missing, and the button that makes a version of it. */
export function PublishPanel({ sections, hasDraft, nextNumber, spread, goTo, publish }: PublishPanelProps) {
  const t = useTranslations("scorecard.publish");
  const format = useFormatter();
  const totalId = useId();
  const [note, setNote] = useState("");
  const [result, setResult] = useState<Awaited<ReturnType<PublishPanelProps["publish"]>> | null>(null);
  const [isPending, startPublishing] = useTransition();
  const total = totalWeight(sections);
  const left = Math.round((TOTAL_WEIGHT - total) * 100) / 100;
  const hasOpenWeights = sections.some(({ criteria }) => criteria.some(({ weight }) => weight === 0));
  const number = (value: number) => format.number(value, { maximumFractionDigits: 2 });
  const submit = () =>
    startPublishing(async () => {
      const published = await publish(note.trim());
      setResult(published);
      if (published.status === "published") setNote("");
    });
  return (
    <Panel title={t("title")}>
      <div className="flex flex-col gap-4 p-4">
        <div>
          <div className="flex items-baseline justify-between gap-2">
            <span id={totalId} className="text-sm font-medium">
              {t("weights")}
            </span>
            <span className="tabular-nums">{t("total", { total: number(total), max: TOTAL_WEIGHT })}</span>
          </div>
          <meter aria-labelledby={totalId} min={0} max={TOTAL_WEIGHT} value={total} className={METER_CLASS} />
          <p className="text-xs text-muted" role="status">
            {left === 0 ? t("complete") : left > 0 ? t("left", { left: number(left) }) : t("over", { over: number(-left) })}
          </p>
          {left > 0 && hasOpenWeights && (
            <Button size="sm" variant="outline" className="mt-2" onPress={spread}>
              {t("spread")}
            </Button>
          )}
          {left > 0 && !hasOpenWeights && <p className="text-xs text-muted">{t("spreadHelp")}</p>}
        </div>
        <ProblemList sections={sections} goTo={goTo} />
        {result?.status === "published" && !hasDraft && (
          <p role="status" className="text-success-soft-foreground">
            {t("done", { number: result.number })}
          </p>
        )}
        {result !== null && result.status !== "published" && <FormProblem>{t(`failures.${result.status}`)}</FormProblem>}
        {hasDraft ? (
          <>
            <FormField label={t("note")} help={t("noteHelp")}>
              {(wiring) => (
                <textarea
                  {...wiring}
                  rows={2}
                  maxLength={MAX_NOTE_LENGTH}
                  value={note}
                  onChange={(event) => setNote(event.target.value)}
                  className={textAreaVariants({ fullWidth: true })}
                />
              )}
            </FormField>
            <Button isPending={isPending} isDisabled={findScorecardProblems({ sections }).length > 0} onPress={submit}>
              {t("submit", { number: nextNumber })}
            </Button>
          </>
        ) : (
          <p className="text-sm text-muted">{t("nothingNew")}</p>
        )}
      </div>
    </Panel>
  );
}
