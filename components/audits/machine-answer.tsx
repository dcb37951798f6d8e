"use client";

import { Bot, CheckCheck, GitCompareArrows, ListChecks } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { goToMoment } from "@/components/hearing/moments";
import { formatDuration } from "@/components/ui/duration";
import type { MachineAnswer as Said } from "@/lib/audits/get-audit";
import { isOther } from "@/lib/audits/wants-reason";
import { ANSWER_LOOKS } from "./answer-look";
import type { CriterionView } from "./criterion-view";
import { MachineFindings } from "./machine-findings";

type MachineAnswerProps = {
  machine: Said;
  view: CriterionView;
  /** Null where nothing is to be taken over. */
  onAccept: (() => void) | null;
};

/** What the machine says to a criterion, what it rests on, and whether people agree. */
export function MachineAnswer({ machine, view: { criterion, given }, onAccept }: MachineAnswerProps) {
  const t = useTranslations("auditSheet");
  const format = useFormatter();
  const { icon: Sign, text } = ANSWER_LOOKS[machine.answer];
  const Source = machine.source === "rule" ? ListChecks : Bot;
  const { findings } = criterion;
  const hasPerson = given.answeredBy !== null;
  const differs = hasPerson && isOther(machine, given);
  return (
    <div className="rounded-lg bg-surface-secondary px-2.5 py-2 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="inline-flex items-center gap-1 text-muted">
          <Source aria-hidden className="size-3.5" />
          {t(machine.source === "rule" ? "byRule" : "byModel")}
        </span>
        <span className={`inline-flex items-center gap-1 font-medium ${text}`}>
          <Sign aria-hidden className="size-3.5" />
          {machine.points === null
            ? t(`answers.${machine.answer}`)
            : t("pointsOf", { points: machine.points, max: criterion.maxPoints ?? 0 })}
        </span>
        {machine.confidence !== null && (
          <span className="text-xs text-muted tabular-nums">
            {t("confidence", { share: format.number(machine.confidence, { style: "percent", maximumFractionDigits: 0 }) })}
          </span>
        )}
        {hasPerson && (
          <span className={`ms-auto inline-flex items-center gap-1 text-xs ${differs ? "text-warning-soft-foreground" : "text-muted"}`}>
            {differs ? <GitCompareArrows aria-hidden className="size-3.5" /> : <CheckCheck aria-hidden className="size-3.5" />}
            {t(differs ? "differs" : "agrees")}
          </span>
        )}
        {onAccept && (
          <button type="button" onClick={onAccept} className="ms-auto rounded-sm text-accent hover:underline">
            {t("accept")} <kbd className="font-mono text-xs text-muted">↵</kbd>
          </button>
        )}
      </p>
      {machine.quote !== null && <Quote quote={machine.quote} momentMs={machine.momentMs} />}
      {findings.length > 0 && (
        <div className="mt-1 text-muted">
          <MachineFindings findings={findings} />
        </div>
      )}
      {machine.note !== "" && <p className="mt-1 text-muted wrap-anywhere">{machine.note}</p>}
    </div>
  );
}

/** Why the machine gives no answer, where it was asked. */
export function MachineDoubt({ findings }: { findings: CriterionView["criterion"]["findings"] }) {
  const t = useTranslations("auditSheet");
  return (
    <div className="rounded-lg bg-surface-secondary px-2.5 py-2 text-sm">
      <p className="mb-1 inline-flex items-center gap-1 text-muted">
        <Bot aria-hidden className="size-3.5" />
        {t("machineDoubts")}
      </p>
      <MachineFindings findings={findings} />
    </div>
  );
}

function Quote({ quote, momentMs }: { quote: string; momentMs: number | null }) {
  const t = useTranslations("auditSheet");
  const words = <q className="wrap-anywhere">{quote}</q>;
  if (momentMs === null) return <p className="mt-1">{words}</p>;
  const time = formatDuration(momentMs / 1000);
  return (
    <button
      type="button"
      title={t("hear", { time })}
      onClick={() => goToMoment(momentMs / 1000)}
      className="mt-1 block rounded-sm text-start hover:text-accent"
    >
      {words} <span className="text-xs text-accent tabular-nums">{time}</span>
    </button>
  );
}
