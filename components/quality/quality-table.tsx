import Link from "next/link";
import { useTranslations } from "next-intl";
import type { SortLink } from "@/components/data-table/data-table";
import { NumberLink } from "@/components/reports/number-link";
import { ReportTable } from "@/components/reports/report-table";
import type { QualityRow } from "@/lib/reports/quality/get-quality-report";
import type { QualityGroup } from "@/lib/reports/quality/quality-filters";
import type { QualityMeasures } from "@/lib/reports/quality/quality-measures";
import { AUDIT_MEASURES, QUALITY_MEASURES, type QualityMeasure, type QualitySort } from "@/lib/reports/quality/quality-order";
import { useQualityMeasures, useQualityValue } from "./quality-words";

type QualityTableProps = {
  by: QualityGroup;
  rows: QualityRow[];
  total: QualityMeasures;
  sortLinkOf: (key: QualitySort["key"]) => SortLink;
  /** Where a row's value leads: the report narrowed to it; null where it cannot be. */
  narrowHrefOf: (row: QualityRow) => string | null;
  /** Where a number leads, of a row or of all. */
  hrefOf: (measure: QualityMeasure, row: QualityRow | null) => string | null;
};

/** A report in numbers, each leading to what it counts, each value to the report of it alone. */
export function QualityTable({ by, rows, total, sortLinkOf, narrowHrefOf, hrefOf }: QualityTableProps) {
  const t = useTranslations("quality");
  const labelOf = useQualityValue();
  const { nameOf, textOf } = useQualityMeasures();
  const measures = total.coverage === null ? AUDIT_MEASURES : QUALITY_MEASURES;
  const numbersOf = (of: QualityMeasures, name: string, row: QualityRow | null) =>
    measures.map((measure) => {
      const text = textOf(measure, of);
      return (
        <NumberLink key={measure} href={hrefOf(measure, row)} label={t("open", { column: nameOf(measure), value: name, count: text })}>
          {text}
        </NumberLink>
      );
    });
  return (
    <ReportTable
      caption={t("caption", { title: t(`titles.${by}`) })}
      columns={[
        { key: "value", header: t(`by.${by}`), sort: sortLinkOf("value") },
        ...measures.map((measure) => ({ key: measure, header: nameOf(measure), isNumeric: true, sort: sortLinkOf(measure) })),
      ]}
      rows={rows.map((row) => {
        const label = labelOf(by, row);
        return { key: row.value, cells: [<ValueLink key="value" href={narrowHrefOf(row)} label={label} />, ...numbersOf(row, label, row)] };
      })}
      total={[t("value.total"), ...numbersOf(total, t("value.total"), null)]}
    />
  );
}

function ValueLink({ href, label }: { href: string | null; label: string }) {
  const t = useTranslations("quality");
  if (href === null) return <span className="text-muted italic">{label}</span>;
  return (
    <Link href={href} prefetch={false} title={t("narrow", { value: label })} className="block truncate text-accent hover:underline">
      {label}
    </Link>
  );
}
