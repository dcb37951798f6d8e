import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { InertText } from "@/components/ui/inert-text";
import type { AuditDispute } from "@/lib/disputes/get-audit-disputes";
import { DisputeDue } from "./dispute-due";
import { DisputeStatusChip } from "./dispute-status-chip";
import { useAnswerWord } from "./dispute-words";

type DisputeStateProps = { dispute: AuditDispute; maxPoints: number | null; timeZone: string | null; actions?: ReactNode };

/** A dispute beside the answer that it is about: where it stands, what the agent says, and what was decided. */
export function DisputeState({ dispute, maxPoints, timeZone, actions }: DisputeStateProps) {
  const t = useTranslations("disputes");
  const { status, reason, dueAt, isOverdue, disputedAnswer, disputedPoints, decision } = dispute;
  const before = useAnswerWord()({ answer: disputedAnswer, points: disputedPoints, maxPoints });
  return (
    <div className="mt-2 rounded-lg bg-surface-secondary p-3 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{t("one")}</span>
        <DisputeStatusChip status={status} />
        {status === "open" && (
          <span className="text-xs text-muted">
            <DisputeDue dueAt={dueAt} isOverdue={isOverdue} timeZone={timeZone} />
          </span>
        )}
        {status === "accepted" && <span className="text-xs text-muted">{t("answerBefore", { answer: before })}</span>}
      </p>
      <p className="mt-1.5">
        <span className="text-muted">{t(dispute.isOwn ? "youSay" : "agentSays")}</span> <InertText text={reason} />
      </p>
      {decision !== "" && (
        <p className="mt-1.5">
          <span className="text-muted">{t("decision")}</span> <InertText text={decision} />
        </p>
      )}
      {actions}
    </div>
  );
}
