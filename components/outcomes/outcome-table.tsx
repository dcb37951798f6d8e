import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { SortLink } from "@/components/data-table/data-table";
import { SortHeader } from "@/components/data-table/sort-header";
import type { OutcomeQualities, OutcomeQuality } from "@/lib/reports/outcomes/get-outcome-quality";
import type { OutcomeMeasures, OutcomeRow } from "@/lib/reports/outcomes/get-outcome-report";
import type { OutcomeBreakdown } from "@/lib/reports/outcomes/outcome-filters";
import type { OutcomeMeasure, OutcomeSort } from "@/lib/reports/outcomes/outcome-order";
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
  callsHrefOf: (measure: OutcomeMeasure, row: OutcomeRow | null) => string;
};

const CELL = "h-9 px-2 py-1 last:pe-3 sm:px-2.5";

/** A report in numbers: each leads to its calls, each value to the report of it alone. Wider than a phone, it is moved sideways. */
export function OutcomeTable({ by, rows, total, quality, measures, sortLinkOf, narrowHrefOf, callsHrefOf }: OutcomeTableProps) {
  const t = useTranslations("outcomes");
  const labelOf = useOutcomeValue();
  const { nameOf } = useMeasures();
  return (
    <div className="overflow-x-auto border-t border-separator">
      <table className="w-full border-collapse text-[0.8125rem]">
        <caption className="sr-only">{t("caption", { title: t(`titles.${by}`) })}</caption>
        <thead>
          <tr className="border-b border-border text-muted">
            {(["value", ...measures] as const).map((key) => (
              <th
                key={key}
                scope="col"
                aria-sort={sortLinkOf(key).direction ?? "none"}
                className={`h-9 px-2 font-medium whitespace-nowrap first:ps-3 last:pe-3 sm:px-2.5 ${key === "value" ? "text-start" : "text-end"}`}
              >
                <SortHeader link={sortLinkOf(key)}>{key === "value" ? t(`by.${by}`) : nameOf(key)}</SortHeader>
              </th>
            ))}
            {quality.total && (
              <th scope="col" className="h-9 px-2 text-end font-medium whitespace-nowrap last:pe-3 sm:px-2.5">
                {t("quality.title")}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.value} ${row.detail ?? ""}`} className="border-b border-separator hover:bg-surface-secondary">
              <th scope="row" className="h-9 max-w-72 px-2 py-1 ps-3 text-start font-normal sm:px-2.5">
                <Link
                  href={narrowHrefOf(row)}
                  prefetch={false}
                  title={t("narrow", { value: labelOf(by, row) })}
                  className="block min-w-24 truncate text-accent hover:underline"
                >
                  {labelOf(by, row)}
                </Link>
              </th>
              <Numbers measures={measures} of={row} name={labelOf(by, row)} hrefOf={(measure) => callsHrefOf(measure, row)} />
              {quality.total && <QualityCell quality={quality.of(row)} />}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-semibold">
            <th scope="row" className="h-9 px-2 py-1 ps-3 text-start sm:px-2.5">
              {t("total")}
            </th>
            <Numbers measures={measures} of={total} name={t("total")} hrefOf={(measure) => callsHrefOf(measure, null)} />
            {quality.total && <QualityCell quality={quality.total} />}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** The average score, and of how many audits. */
function QualityCell({ quality }: { quality: OutcomeQuality | null }) {
  const t = useTranslations("outcomes.quality");
  const format = useFormatter();
  const score = quality && format.number(quality.average, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <td className={`${CELL} text-end whitespace-nowrap tabular-nums`}>
      {quality ? t("score", { score: score ?? "", count: quality.audits }) : "—"}
    </td>
  );
}

type NumbersProps = {
  measures: readonly OutcomeMeasure[];
  of: OutcomeMeasures;
  name: string;
  hrefOf: (measure: OutcomeMeasure) => string;
};

function Numbers({ measures, of, name, hrefOf }: NumbersProps) {
  const t = useTranslations("outcomes");
  const { nameOf, textOf } = useMeasures();
  return measures.map((measure) => {
    const text = textOf(measure, of);
    return (
      <td key={measure} className={`${CELL} text-end tabular-nums`}>
        <Link
          href={hrefOf(measure)}
          prefetch={false}
          aria-label={t("open", { count: text, column: nameOf(measure), value: name })}
          className="inline-flex min-h-6 items-center rounded-sm hover:text-accent hover:underline"
        >
          {text}
        </Link>
      </td>
    );
  });
}
