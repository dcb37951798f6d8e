import { useFormatter, useTranslations } from "next-intl";
import { NumberLink } from "@/components/reports/number-link";
import { ReportTable } from "@/components/reports/report-table";
import type { AnswerSource } from "@/db/enums";
import type { MachineComparison } from "@/lib/audits/audit-list-filters";
import type { Agreement } from "@/lib/audits/machine/list-agreement";
import { useQualityNumbers } from "./quality-words";

type AgreementTableProps = {
  rows: Agreement[];
  /** Where a number leads: to the audits that it counts. */
  hrefOf: (of: { criterion: string; source: AnswerSource; machine: MachineComparison }) => string;
};

/** How far people agree with the machine, question by question and by where the machine had its answer from. */
export function AgreementTable({ rows, hrefOf }: AgreementTableProps) {
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
      rows={rows.map(({ key, source, question, comparedCount, agreedCount, missedFailureCount, falseFailureCount, kappa }) => {
        const number = (column: (typeof numbers)[number], text: string) => (
          <NumberLink
            key={column}
            href={hrefOf({ criterion: key, source, machine: column === "kappa" ? "compared" : column })}
            label={t("open", { question, column: t(column), count: text })}
          >
            {text}
          </NumberLink>
        );
        return {
          key: `${key} ${source}`,
          cells: [
            ...[question, t(`sources.${source}`)],
            number("compared", count(comparedCount)),
            number("agreed", share(agreedCount / comparedCount)),
            number("missed", count(missedFailureCount)),
            number("false", count(falseFailureCount)),
            number("kappa", kappa === null ? "—" : format.number(kappa, { maximumFractionDigits: 2 })),
          ],
        };
      })}
    />
  );
}
