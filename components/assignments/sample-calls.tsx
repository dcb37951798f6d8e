import { ListFilter } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { SampleAuditor } from "@/lib/assignments/find-auditors";
import type { SampleCall } from "@/lib/assignments/list-sample-calls";
import { AssignmentStateChip } from "./assignment-state-chip";
import { MoveCall, type MoveState } from "./move-call";

type SampleCallsProps = {
  calls: SampleCall[];
  timeZone: string | null;
  auditors: SampleAuditor[];
  move: (assignmentId: string) => (auditorId: string) => Promise<MoveState>;
};

/** The calls of a sample: whose, with whom, what became of each, and why one was skipped. */
export function SampleCalls({ calls, timeZone, auditors, move }: SampleCallsProps) {
  const t = useTranslations("assignments");
  if (calls.length === 0) return <EmptyState icon={ListFilter} title={t("calls.emptyTitle")} description={t("calls.emptyDescription")} />;
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-[0.8125rem]">
        <caption className="sr-only">{t("calls.caption")}</caption>
        <thead>
          <tr className="border-b border-border text-start text-muted [&>th]:h-9 [&>th]:px-3 [&>th]:text-start [&>th]:font-medium">
            <th scope="col">{t("calls.call")}</th>
            <th scope="col" className="max-sm:hidden">
              {t("calls.auditor")}
            </th>
            <th scope="col">{t("calls.state")}</th>
            <th scope="col" className="text-end!">
              {t("calls.score")}
            </th>
            <th scope="col">
              <span className="sr-only">{t("move.action")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {calls.map((call) => (
            <SampleCallRow
              key={call.id}
              call={call}
              timeZone={timeZone}
              auditors={auditors.filter(({ userId }) => userId !== call.auditor.userId || call.state === "skipped")}
              move={move(call.id)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type SampleCallRowProps = Pick<SampleCallsProps, "timeZone" | "auditors"> & {
  call: SampleCall;
  move: ReturnType<SampleCallsProps["move"]>;
};

function SampleCallRow({ call, timeZone, auditors, move }: SampleCallRowProps) {
  const t = useTranslations("assignments");
  const tScore = useTranslations("tasks.score");
  const name = call.operatorName ?? t("nobody");
  return (
    <tr className="border-b border-separator align-top last:border-b-0 hover:bg-surface-secondary [&>td]:px-3 [&>td]:py-2">
      <td className="min-w-0">
        <Link href={`/dashboard/tasks/${call.taskId}`} prefetch={false} className="font-medium text-accent wrap-anywhere hover:underline">
          {name}
        </Link>
        <span className="block text-xs text-muted">
          <TimeWithZone value={call.startedAt} timeZone={timeZone} isShort />
        </span>
        <span className="block text-xs text-muted sm:hidden">{call.auditor.name}</span>
      </td>
      <td className="wrap-anywhere max-sm:hidden">{call.auditor.name}</td>
      <td>
        <AssignmentStateChip state={call.state} />
        {call.skipReason !== "" && <span className="mt-0.5 block max-w-72 text-xs text-muted wrap-anywhere">{call.skipReason}</span>}
      </td>
      <td className={call.isScoreHidden ? "max-w-44 text-xs text-muted" : "text-end tabular-nums"}>
        {call.isScoreHidden ? tScore("hidden") : (call.score ?? "—")}
      </td>
      <td className="w-0 py-1! text-end">
        {call.state !== "done" && auditors.length > 0 && <MoveCall callName={name} auditors={auditors} move={move} />}
      </td>
    </tr>
  );
}
