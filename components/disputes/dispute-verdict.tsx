import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { InertText } from "@/components/ui/inert-text";
import { Panel } from "@/components/ui/panel";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { DisputeDetails } from "@/lib/disputes/get-dispute";
import { DecideForm } from "./decide-form";
import type { DisputeAction } from "./dispute-form-state";
import { DisputeStatusChip } from "./dispute-status-chip";
import { useAnswerWord } from "./dispute-words";

/** The decision: to be made, made already, or somebody else's to make, and whose. */
export function DisputeVerdict({ dispute, decide }: { dispute: DisputeDetails; decide: DisputeAction }) {
  const t = useTranslations("disputes.decide");
  const wordOf = useAnswerWord();
  const { refusal, status, decision, decidedAt, decidedByName, campaign, criterion, answer, disputedAnswer, disputedPoints } = dispute;
  if (refusal === null)
    return (
      <Panel title={t("title")}>
        <DecideForm action={decide} disputed={{ answer: disputedAnswer, points: disputedPoints }} criterion={criterion} />
      </Panel>
    );
  if (status !== "open")
    return (
      <Panel title={t("titleClosed")} actions={<DisputeStatusChip status={status} />}>
        <div className="flex flex-col gap-2 p-4">
          {status === "accepted" && answer.answer !== null && (
            <p className="font-medium">
              {t("now", { answer: wordOf({ answer: answer.answer, points: answer.points, maxPoints: criterion.maxPoints }) })}
            </p>
          )}
          {decision !== "" && (
            <p>
              <InertText text={decision} />
            </p>
          )}
          {decidedAt && decidedByName !== null && (
            <p className="text-xs text-muted">
              {t("by", { name: decidedByName })} <TimeWithZone value={decidedAt} timeZone={campaign.timeZone} isBrief />
            </p>
          )}
          {status === "withdrawn" && <p className="text-muted">{t("withdrawn")}</p>}
        </div>
      </Panel>
    );
  return <MayNot dispute={dispute} refusal={refusal} />;
}

function MayNot({ dispute: { arbiters }, refusal }: { dispute: DisputeDetails; refusal: NonNullable<DisputeDetails["refusal"]> }) {
  const t = useTranslations("disputes.decide");
  const tProblems = useTranslations("disputes.problems");
  const isForOthers = refusal === "own_answer" || refusal === "own_dispute";
  return (
    <Panel title={t("title")}>
      <div className="flex gap-3 p-4">
        <Lock aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
        <div className="flex min-w-0 flex-col gap-1">
          <p className="font-medium">{t("mayNot")}</p>
          <p>{tProblems(refusal)}</p>
          {isForOthers && (
            <p className="text-muted">{arbiters.length > 0 ? t("whoMay", { people: arbiters.join(", ") }) : t("nobodyElse")}</p>
          )}
        </div>
      </div>
    </Panel>
  );
}
