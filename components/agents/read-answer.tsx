import { Bot, OctagonAlert, Quote, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { ANSWER_LOOKS } from "@/components/audits/answer-look";
import { MachineFindings } from "@/components/audits/machine-findings";
import { DisputeAnswer } from "@/components/disputes/dispute-answer";
import type { DisputeAction } from "@/components/disputes/dispute-form-state";
import { DisputeState } from "@/components/disputes/dispute-state";
import { useAnswerWord } from "@/components/disputes/dispute-words";
import { WithdrawDispute } from "@/components/disputes/withdraw-dispute";
import { MomentButton } from "@/components/hearing/moment-button";
import { formatDuration } from "@/components/ui/duration";
import { InertText } from "@/components/ui/inert-text";
import { StatusChip, type Tone } from "@/components/ui/status-chip";
import type { Answer } from "@/db/enums";
import type { ReadAnswer as ReadAnswerData } from "@/lib/agents/get-audit-reading";

type ReadAnswerProps = {
  answer: ReadAnswerData;
  timeZone: string | null;
  /** Whether the page has the call's player. */
  hasPlayer: boolean;
  /** Until when it may be disputed, in words, and how; null where that is over. */
  dispute: { untilWord: string; open: DisputeAction } | null;
  withdraw: (disputeId: string) => DisputeAction;
};

const TONES: Record<Answer, Tone> = { complies: "success", fails: "danger", not_applicable: "default" };

/** One question as the agent reads it: the answer, what it rests on, and the way to object. */
export function ReadAnswer({ answer, timeZone, hasPlayer, dispute, withdraw }: ReadAnswerProps) {
  const t = useTranslations("auditReading");
  const wordOf = useAnswerWord();
  const { question, help, critical, note, reason, quote, findings, momentMs, isByMachine, dispute: disputed, maxPoints } = answer;
  const Who = isByMachine ? Bot : UserRound;
  return (
    <li className="border-b border-separator px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0 flex-1 basis-48">
          <h4 className="font-medium wrap-anywhere">{question}</h4>
          {help !== "" && <p className="text-xs text-muted wrap-anywhere">{help}</p>}
        </div>
        <StatusChip tone={TONES[answer.answer]} icon={ANSWER_LOOKS[answer.answer].icon}>
          {wordOf(answer)}
        </StatusChip>
      </div>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted">
        <span className="inline-flex items-center gap-1">
          <Who aria-hidden className="size-3.5" />
          {t(isByMachine ? "byMachine" : "byPerson")}
        </span>
        {critical !== "none" && (
          <span className="inline-flex items-center gap-1">
            <OctagonAlert aria-hidden className="size-3.5" />
            {t(`critical.${critical}`)}
          </span>
        )}
        {momentMs !== null &&
          (hasPlayer ? (
            <MomentButton startMs={momentMs} label={t("goTo", { time: formatDuration(momentMs / 1000) })} />
          ) : (
            <span>{formatDuration(momentMs / 1000)}</span>
          ))}
      </p>
      {quote !== null && (
        <blockquote className="mt-1.5 flex gap-2 text-sm text-muted">
          <Quote aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          <InertText text={quote} />
        </blockquote>
      )}
      {findings.length > 0 && (
        <div className="mt-1.5">
          <MachineFindings findings={findings} />
        </div>
      )}
      {note !== "" && (
        <p className="mt-1.5 text-sm">
          <InertText text={note} />
        </p>
      )}
      {reason !== "" && disputed?.status !== "accepted" && (
        <p className="mt-1.5 text-sm">
          <span className="text-muted">{t("reason")}</span> <InertText text={reason} />
        </p>
      )}
      {disputed ? (
        <DisputeState
          dispute={disputed}
          maxPoints={maxPoints}
          timeZone={timeZone}
          actions={disputed.isOwn && disputed.status === "open" && <WithdrawDispute action={withdraw(disputed.id)} question={question} />}
        />
      ) : (
        dispute && <DisputeAnswer action={dispute.open} question={question} untilWord={dispute.untilWord} />
      )}
    </li>
  );
}
