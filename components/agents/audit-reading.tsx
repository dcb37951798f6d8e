import { Bot, CheckCheck, MessageSquareText, OctagonAlert, Sparkles, UserRound } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { DisputeAction } from "@/components/disputes/dispute-form-state";
import { useDayWord } from "@/components/disputes/dispute-words";
import { Score } from "@/components/tasks/score";
import { InertText } from "@/components/ui/inert-text";
import { Panel } from "@/components/ui/panel";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { AuditReading as AuditReadingData } from "@/lib/agents/get-audit-reading";
import { AcknowledgeAudit } from "./acknowledge-audit";
import { ReadAnswer } from "./read-answer";

type AuditReadingProps = {
  reading: AuditReadingData;
  /** Whether the page has the call's player, so that moments lead to it. */
  hasPlayer: boolean;
  actions: {
    acknowledge: DisputeAction;
    dispute: (criterionId: string) => DisputeAction;
    withdraw: (disputeId: string) => DisputeAction;
  };
};

/** An audit as the agent reads it: score, praise and answers, to acknowledge and to dispute. */
export function AuditReading({ reading, hasPlayer, actions }: AuditReadingProps) {
  const t = useTranslations("auditReading");
  const format = useFormatter();
  const { sections, timeZone, mayDispute, disputeUntil, acknowledgedAt } = reading;
  const day = useDayWord()(disputeUntil, timeZone);
  return (
    <Panel title={t("title")} actions={acknowledgedAt !== null && <Acknowledged at={acknowledgedAt} timeZone={timeZone} />}>
      <Head reading={reading} />
      {acknowledgedAt === null && (
        <div className="border-b border-separator px-4 py-3">
          <AcknowledgeAudit action={actions.acknowledge} />
        </div>
      )}
      {sections.map(({ section, score, isFailed, answers }) => (
        <section key={section} aria-label={section}>
          <h3 className="flex flex-wrap items-baseline justify-between gap-2 border-b border-separator bg-surface-secondary px-4 py-2 text-sm font-semibold">
            {section}
            <span className="text-xs font-normal text-muted tabular-nums">
              {isFailed ? t("sectionFailed") : t("sectionScore", { score: format.number(score, { maximumFractionDigits: 2 }) })}
            </span>
          </h3>
          <ul>
            {answers.map((answer) => (
              <ReadAnswer
                key={answer.criterionId}
                answer={answer}
                timeZone={timeZone}
                hasPlayer={hasPlayer}
                dispute={mayDispute ? { untilWord: t("disputeUntil", { day }), open: actions.dispute(answer.criterionId) } : null}
                withdraw={actions.withdraw}
              />
            ))}
          </ul>
        </section>
      ))}
      {!mayDispute && (
        <p className="border-t border-separator px-4 py-3 text-xs text-muted" suppressHydrationWarning>
          {t("disputeOver", { day })}
        </p>
      )}
    </Panel>
  );
}

function Acknowledged({ at, timeZone }: { at: Date; timeZone: string | null }) {
  const t = useTranslations("auditReading.acknowledge");
  return (
    <span className="flex flex-wrap items-center gap-1.5 text-xs text-success-soft-foreground">
      <CheckCheck aria-hidden className="size-3.5" />
      {t("done")} <TimeWithZone value={at} timeZone={timeZone} isBrief />
    </span>
  );
}

function Head({ reading }: { reading: AuditReadingData }) {
  const t = useTranslations("auditReading");
  const format = useFormatter();
  const { score, scoreWithoutFail, passingScore, hasCriticalFailure, comment, praise, completedAt, timeZone, isByMachine, status } =
    reading;
  const Who = isByMachine ? Bot : UserRound;
  return (
    <div className="flex flex-col gap-2 border-b border-separator px-4 py-3">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="text-xl font-semibold">
          <Score score={score} passingScore={passingScore} />
        </span>
        <span className="text-sm text-muted">
          {t("passingScore", { score: format.number(passingScore, { maximumFractionDigits: 2 }) })}
        </span>
      </p>
      {hasCriticalFailure && scoreWithoutFail !== null && (
        <p className="flex items-start gap-1.5 text-sm text-danger-soft-foreground">
          <OctagonAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {t("withoutFail", { score: format.number(scoreWithoutFail, { maximumFractionDigits: 2 }) })}
        </p>
      )}
      <p className="flex flex-wrap items-center gap-x-1.5 gap-y-1 text-xs text-muted">
        <Who aria-hidden className="size-3.5" />
        {t(isByMachine ? "auditedByMachine" : "auditedByPerson")} · <TimeWithZone value={completedAt} timeZone={timeZone} isBrief />
        {status === "validated" && ` · ${t("validated")}`}
      </p>
      {praise !== "" && (
        <p className="flex items-start gap-2 rounded-lg bg-success-soft px-3 py-2 text-success-soft-foreground">
          <Sparkles aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0">
            <strong className="font-semibold">{t("praise")}</strong> <InertText text={praise} />
          </span>
        </p>
      )}
      {comment !== "" && (
        <p className="flex items-start gap-2 text-sm">
          <MessageSquareText aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
          <span className="min-w-0">
            <strong className="font-semibold">{t("comment")}</strong> <InertText text={comment} />
          </span>
        </p>
      )}
    </div>
  );
}
