import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { SortLink } from "@/components/data-table/data-table";
import { NumberLink } from "@/components/reports/number-link";
import { type ReportColumn, ReportTable } from "@/components/reports/report-table";
import type { OutcomeQualities, OutcomeQuality } from "@/lib/reports/outcomes/get-outcome-quality";
import type { OutcomeMeasures, OutcomeRow } from "@/lib/reports/outcomes/get-outcome-report";
import type { OutcomeBreakdown } from "@/lib/reports/outcomes/outcome-filters";
import { isAmount, type OutcomeMeasure, type OutcomeSort } from "@/lib/reports/outcomes/outcome-order";
import { useMeasures, useOutcomeValue } from "./outcome-words";

type OutcomeTableProps = {
  by: OutcomeBreakdown;
  rows: OutcomeRow[];
  total: OutcomeMeasures;
  /** How good the audited ones of these calls were; not told where none was audited. */
  quality: OutcomeQualities;
  measures: readonly OutcomeMeasure[];
  sortLinkOf: (key: OutcomeSort["key"]) => SortLink;
  /** Where a row's value leads: the report narrowed to it. */
  narrowHrefOf: (row: OutcomeRow) => string;
  /** Where a number leads: the calls behind it, of a row or of all. */
  callsHrefOf: (measure: OutcomeMeasure | "quality", row: OutcomeRow | null) => string;
};

/** A report in numbers: each leads to its calls, each value to the report of it alone. Quality stands between counts and money. */
export function OutcomeTable({ by, rows, total, quality, measures, sortLinkOf, narrowHrefOf, callsHrefOf }: OutcomeTableProps) {
  const t = useTranslations("outcomes");
  const labelOf = useOutcomeValue();
  const { nameOf, textOf } = useMeasures();
  const scoreOf = useQualityText();
  const parts = [measures.filter((measure) => !isAmount(measure)), measures.filter(isAmount)] as const;
  const columnOf = (key: OutcomeMeasure): ReportColumn => ({ key, header: nameOf(key), isNumeric: true, sort: sortLinkOf(key) });
  const numbersOf = (of: OutcomeMeasures, score: OutcomeQuality | null, name: string, row: OutcomeRow | null) => {
    const linked = (measure: OutcomeMeasure | "quality", column: string, text: string) => (
      <NumberLink key={measure} href={callsHrefOf(measure, row)} label={t("open", { count: text, column, value: name })}>
        {text}
      </NumberLink>
    );
    const numberOf = (measure: OutcomeMeasure) => linked(measure, nameOf(measure), textOf(measure, of));
    const qualityOf = () => (score === null ? scoreOf(null) : linked("quality", t("quality.title"), scoreOf(score)));
    return [...parts[0].map(numberOf), ...(quality.total ? [qualityOf()] : []), ...parts[1].map(numberOf)];
  };
  return (
    <div className="border-t border-separator">
      <ReportTable
        caption={t("caption", { title: t(`titles.${by}`) })}
        columns={[
          { key: "value", header: t(`by.${by}`), sort: sortLinkOf("value") },
          ...parts[0].map(columnOf),
          ...(quality.total ? [{ key: "quality", header: t("quality.title"), isNumeric: true }] : []),
          ...parts[1].map(columnOf),
        ]}
        rows={rows.map((row) => {
          const label = labelOf(by, row);
          const value = (
            <Link
              key="value"
              href={narrowHrefOf(row)}
              prefetch={false}
              title={t("narrow", { value: label })}
              className="block truncate text-accent hover:underline"
            >
              {label}
            </Link>
          );
          return { key: `${row.value} ${row.detail ?? ""}`, cells: [value, ...numbersOf(row, quality.of(row), label, row)] };
        })}
        total={[t("total"), ...numbersOf(total, quality.total, t("total"), null)]}
      />
    </div>
  );
}

/** The average score, and of how many audits. */
function useQualityText() {
  const t = useTranslations("outcomes.quality");
  const format = useFormatter();
  return (quality: OutcomeQuality | null): string => {
    if (quality === null) return "—";
    const score = format.number(quality.average, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    return t("score", { score, count: quality.audits });
  };
}
