import Link from "next/link";
import { useTranslations } from "next-intl";
import { ReportTable } from "@/components/reports/report-table";
import { formatDuration } from "@/components/ui/duration";
import { StatusChip } from "@/components/ui/status-chip";
import type { ProblemCall } from "@/lib/reports/quality/list-problem-calls";
import type { CallProblem } from "@/lib/reports/quality/quality-filters";
import { useQualityNumbers } from "./quality-words";

type ProblemCallsProps = { problem: CallProblem; calls: ProblemCall[] };

/** Audited calls that deserve a look, each leading to its audit, with all that speaks for it. */
export function ProblemCalls({ problem, calls }: ProblemCallsProps) {
  const t = useTranslations("quality");
  const { day, score } = useQualityNumbers();
  return (
    <ReportTable
      caption={t(`problems.kinds.${problem}`)}
      columns={[
        { key: "contact", header: t("problems.columns.contact") },
        { key: "campaign", header: t("problems.columns.campaign"), className: "max-w-48 truncate max-sm:hidden" },
        { key: "operator", header: t("problems.columns.operator"), className: "max-w-48 truncate" },
        { key: "score", header: t("problems.columns.score"), isNumeric: true },
        { key: "why", header: t("problems.columns.why") },
      ]}
      rows={calls.map((call) => ({
        key: call.auditId,
        cells: [
          <Link key="contact" href={`/dashboard/audits/${call.auditId}`} prefetch={false} className="text-accent hover:underline">
            {day(call.contactOn)}
          </Link>,
          call.campaignName,
          call.operatorName ?? <span className="text-muted italic">{t("value.noOperator")}</span>,
          score(call.score),
          <Reasons key="why" call={call} />,
        ],
      }))}
    />
  );
}

function Reasons({ call: { hasCriticalFailure, longestSilenceSeconds, negativeLines } }: { call: ProblemCall }) {
  const t = useTranslations("quality.problems.why");
  return (
    <span className="flex flex-wrap gap-1">
      {hasCriticalFailure && <StatusChip tone="danger">{t("critical")}</StatusChip>}
      {longestSilenceSeconds !== null && longestSilenceSeconds > 0 && (
        <StatusChip tone="default">{t("silence", { duration: formatDuration(longestSilenceSeconds) })}</StatusChip>
      )}
      {negativeLines !== null && negativeLines > 0 && <StatusChip tone="warning">{t("negative", { count: negativeLines })}</StatusChip>}
    </span>
  );
}
