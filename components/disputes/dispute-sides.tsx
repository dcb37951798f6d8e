import { useFormatter, useTranslations } from "next-intl";
import { MachineFindings } from "@/components/audits/machine-findings";
import { InertText } from "@/components/ui/inert-text";
import { Panel } from "@/components/ui/panel";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { DisputeDetails } from "@/lib/disputes/get-dispute";
import { useAnswerWord } from "./dispute-words";

/** Both sides of a dispute: what the agent says, and what was answered, by whom and on what. */
export function DisputeSides({ dispute }: { dispute: DisputeDetails }) {
  const t = useTranslations("disputes.page");
  const format = useFormatter();
  const wordOf = useAnswerWord();
  const { reason, openedBy, openedAt, campaign, criterion, disputedAnswer, disputedPoints, disputedUser, answer, audit } = dispute;
  const { maxPoints } = criterion;
  const hasChanged = answer.answer !== null && (answer.answer !== disputedAnswer || answer.points !== disputedPoints);
  const isMachineOther =
    answer.machineAnswer !== null && (answer.machineAnswer !== disputedAnswer || answer.machinePoints !== disputedPoints);
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Panel title={t("agentSide")}>
        <div className="flex flex-col gap-2 p-4">
          <p>
            <InertText text={reason} />
          </p>
          <p className="text-xs text-muted">
            {t("openedBy", { name: openedBy.name })} <TimeWithZone value={openedAt} timeZone={campaign.timeZone} isBrief />
          </p>
        </div>
      </Panel>
      <Panel title={t("auditSide")}>
        <div className="flex flex-col gap-2 p-4">
          <p className="font-medium">{wordOf({ answer: disputedAnswer, points: disputedPoints, maxPoints })}</p>
          <p className="text-xs text-muted">{disputedUser ? t("answeredBy", { name: disputedUser.name }) : t("machineAnswered")}</p>
          {answer.note !== "" && (
            <p>
              <InertText text={answer.note} />
            </p>
          )}
          {disputedUser === null && answer.machineNote !== "" && (
            <p>
              <InertText text={answer.machineNote} />
            </p>
          )}
          {disputedUser === null && <MachineFindings findings={answer.machineFindings ?? []} />}
          {answer.machineQuote !== null && (
            <blockquote className="border-s-2 border-border ps-3 text-sm text-muted">
              <InertText text={answer.machineQuote} />
            </blockquote>
          )}
          {disputedUser !== null && isMachineOther && answer.machineAnswer !== null && (
            <p className="text-xs text-muted">
              {t("machineSaid", { answer: wordOf({ answer: answer.machineAnswer, points: answer.machinePoints, maxPoints }) })}
            </p>
          )}
          {hasChanged && dispute.status === "open" && answer.answer !== null && (
            <p className="text-xs text-warning-soft-foreground">
              {t("since", { answer: wordOf({ answer: answer.answer, points: answer.points, maxPoints }) })}
            </p>
          )}
          {audit.score !== null && (
            <p className="text-xs text-muted">{t("score", { score: format.number(audit.score, { maximumFractionDigits: 2 }) })}</p>
          )}
        </div>
      </Panel>
    </div>
  );
}
