import { useFormatter, useTranslations } from "next-intl";
import { ReportTable } from "@/components/reports/report-table";
import type { Agreement } from "@/lib/audits/machine/list-agreement";
import { useQualityNumbers } from "./quality-words";

/** How far people agree with the machine, question by question and by where the machine had its answer from. */
export function AgreementTable({ rows }: { rows: Agreement[] }) {
  const t = useTranslations("calibration.machine");
  const format = useFormatter();
  const { count, share } = useQualityNumbers();
  const numbers = ["compared", "agreed", "missed", "false", "kappa"] as const;
  return (
    <ReportTable
      caption={t("caption")}
      columns={[
        { key: "question", header: t("question") },
        { key: "source", header: t("source") },
        ...numbers.map((key) => ({ key, header: t(key), isNumeric: true })),
      ]}
      rows={rows.map(({ key, source, question, comparedCount, agreedCount, missedFailureCount, falseFailureCount, kappa }) => ({
        key: `${key} ${source}`,
        cells: [
          ...[question, t(`sources.${source}`), count(comparedCount), share(agreedCount / comparedCount)],
          ...[count(missedFailureCount), count(falseFailureCount)],
          kappa === null ? "—" : format.number(kappa, { maximumFractionDigits: 2 }),
        ],
      }))}
    />
  );
}
