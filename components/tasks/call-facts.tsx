import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { Duration } from "@/components/ui/duration";
import { Facts } from "@/components/ui/facts";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { TaskDetails } from "@/lib/tasks/get-task";
import { DirectionSign } from "./direction-sign";
import { OperatorName } from "./operator-name";
import { PhoneNumber } from "./phone-number";

type CallFactsProps = Pick<TaskDetails, "call" | "campaign" | "operator"> & {
  /** Null while the call has none. */
  task: Pick<TaskDetails, "id" | "createdAt"> | null;
};

/** Everything that the platform said of the call, and what we made of it. */
export function CallFacts({ call, campaign, operator, task }: CallFactsProps) {
  const t = useTranslations("task.facts");
  const tSources = useTranslations("sources");
  // A name that made no operator: an extension, most likely, which somebody may want to see.
  const sentName = operator === null && call.operatorName !== "" ? [{ label: t("sentName"), value: call.operatorName }] : [];
  const ofTask = task
    ? [
        { label: t("taskId"), value: <Identifier value={task.id} name={t("taskId")} /> },
        { label: t("created"), value: <TimeWithZone value={task.createdAt} timeZone={campaign.timeZone} /> },
      ]
    : [];
  return (
    <Facts
      facts={[
        { label: t("started"), value: <TimeWithZone value={call.startedAt} timeZone={campaign.timeZone} /> },
        {
          label: t("campaign"),
          value: (
            <>
              {campaign.name} <span className="block text-xs text-muted">{t("campaignId", { id: campaign.id })}</span>
            </>
          ),
        },
        { label: t("operator"), value: <OperatorName name={operator?.name ?? null} extension={call.extension} /> },
        ...sentName,
        { label: t("extension"), value: call.extension },
        { label: t("direction"), value: <DirectionSign direction={call.direction} isWordShown /> },
        { label: t("calling"), value: <PhoneNumber number={call.calling} /> },
        { label: t("called"), value: <PhoneNumber number={call.called} /> },
        { label: t("duration"), value: <Duration seconds={call.durationSeconds} /> },
        { label: t("billed"), value: <Duration seconds={call.billableSeconds} /> },
        { label: t("disposition"), value: call.disposition },
        { label: t("source"), value: tSources(call.source) },
        { label: t("externalId"), value: <Identifier value={call.externalId} name={t("externalId")} /> },
        ...ofTask,
      ]}
    />
  );
}

function Identifier({ value, name }: { value: string; name: string }) {
  return (
    <span className="flex items-center justify-between gap-1">
      <code className="min-w-0 font-mono text-xs wrap-anywhere">{value}</code>
      <span className="-my-1.5 -me-2 shrink-0">
        <CopyButton value={value} name={name} />
      </span>
    </span>
  );
}
