import { ListChecks } from "lucide-react";
import { useTranslations } from "next-intl";
import { RowLink } from "@/components/data-table/row-link";
import { ClientMessages } from "@/components/ui/client-messages";
import { Duration } from "@/components/ui/duration";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { OwnQueue as OwnQueueData, QueuedCall } from "@/lib/assignments/list-own-queue";
import { NextCallLink } from "./next-call-link";
import { OverdueChip } from "./overdue-chip";
import { PlainDay } from "./plain-day";

/** What waits for oneself: how much, the first calls, and the way to the next one. */
export function OwnQueue({ queue: { leftCount, overdueCount, calls } }: { queue: OwnQueueData }) {
  const t = useTranslations("assignments");
  if (leftCount === 0)
    return (
      <Panel title={t("queue.title")}>
        <EmptyState icon={ListChecks} title={t("queue.emptyTitle")} description={t("queue.emptyDescription")} />
      </Panel>
    );
  return (
    <Panel
      title={t("queue.title")}
      actions={
        <ClientMessages namespaces={["nextCall"]}>
          <NextCallLink afterTaskId={null} />
        </ClientMessages>
      }
    >
      <p className="flex flex-wrap items-center gap-2 border-b border-separator px-4 py-3">
        <span className="text-base font-semibold tabular-nums">{t("queue.left", { count: leftCount })}</span>
        {overdueCount > 0 && <span className="text-danger-soft-foreground">{t("queue.overdueCount", { count: overdueCount })}</span>}
      </p>
      <ul className="divide-y divide-separator">
        {calls.map((call) => (
          <QueuedCallRow key={call.id} call={call} />
        ))}
      </ul>
      {leftCount > calls.length && (
        <p className="border-t border-separator px-4 py-2 text-xs text-muted">{t("queue.more", { count: leftCount - calls.length })}</p>
      )}
    </Panel>
  );
}

function QueuedCallRow({ call }: { call: QueuedCall }) {
  const t = useTranslations("assignments");
  return (
    <li className="relative flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-2 focus-within:bg-surface-secondary hover:bg-surface-secondary">
      <div className="min-w-0">
        <RowLink href={`/dashboard/tasks/${call.taskId}?from=queue`} className="font-medium wrap-anywhere">
          {call.operatorName ?? t("nobody")}
        </RowLink>
        <p className="text-xs text-muted wrap-anywhere">
          {call.sampleName} · {call.campaignName}
          {call.kind === "calibration" && ` · ${t("kinds.calibration")}`}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-muted">
        <span>
          <TimeWithZone value={call.startedAt} timeZone={call.timeZone} isShort /> · <Duration seconds={call.durationSeconds} />
        </span>
        {call.dueOn !== null && (
          <span>
            {t("due")} <PlainDay day={call.dueOn} isShort />
          </span>
        )}
        {call.isOverdue && <OverdueChip />}
      </div>
    </li>
  );
}
