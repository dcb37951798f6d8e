import { ListChecks } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { QueueEntry } from "@/lib/assignments/find-queue-entry";
import { AssignmentStateChip } from "./assignment-state-chip";
import { NextCallLink } from "./next-call-link";
import { OverdueChip } from "./overdue-chip";
import { PlainDay } from "./plain-day";
import { SkipCall, type SkipState } from "./skip-call";

type QueueBarProps = { entry: QueueEntry; skip: (reason: string) => Promise<SkipState> };

/** Where a call stands in one's own queue, and the way on: to the next one, or past this one for a reason. */
export function QueueBar({ entry, skip }: QueueBarProps) {
  const t = useTranslations("queueBar");
  const { state, leftCount } = entry;
  const otherCount = leftCount - (state === "open" ? 1 : 0);
  return (
    <section
      aria-label={t("label")}
      className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-lg border border-border bg-surface px-4 py-2"
    >
      <div className="flex min-w-0 flex-1 basis-64 items-start gap-2.5">
        <ListChecks aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Link href="/dashboard/assignments" className="font-medium wrap-anywhere hover:underline">
              {entry.sampleName}
            </Link>
            <span className="text-muted tabular-nums">{t("number", { number: entry.number, total: entry.sampleCount })}</span>
            {state !== "open" && <AssignmentStateChip state={state} />}
            {state === "open" && entry.isOverdue && <OverdueChip />}
          </p>
          <p className="text-xs text-muted tabular-nums">
            {entry.kind === "calibration" && state === "open" && `${t("calibration")} `}
            {otherCount === 0 ? t("nothingElse") : t("others", { count: otherCount })}
            {entry.dueOn !== null && (
              <>
                {" · "}
                {t("due")} <PlainDay day={entry.dueOn} isShort />
              </>
            )}
          </p>
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {state === "open" && <SkipCall skip={skip} />}
        {otherCount > 0 && (
          <NextCallLink afterTaskId={entry.taskId} isSheetOpen={state === "open"} variant={state === "open" ? "outline" : "primary"} />
        )}
      </div>
    </section>
  );
}
