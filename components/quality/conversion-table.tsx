import { useLocale, useTranslations } from "next-intl";
import { formatAmount } from "@/components/outcomes/format-amount";
import { NumberLink } from "@/components/reports/number-link";
import { ReportTable } from "@/components/reports/report-table";
import type { ConversionRow } from "@/lib/reports/quality/get-quality-conversion";
import { type ConversionGroup, SCORE_BANDS } from "@/lib/reports/quality/quality-filters";
import { useQualityNumbers } from "./quality-words";

type ConversionTableProps = {
  by: ConversionGroup;
  rows: ConversionRow[];
  /** The audits of a row, or those of them whose calls converted. */
  hrefOf: (row: ConversionRow, isConverted: boolean) => string;
};

/** What came of audited calls by how good they were. Revenue only where there is some to be told. */
export function ConversionTable({ by, rows, hrefOf }: ConversionTableProps) {
  const t = useTranslations("quality");
  const tMoney = useTranslations("qualityMoney");
  const locale = useLocale();
  const { count, score, share } = useQualityNumbers();
  const nameOf = useConversionValue();
  const hasMoney = rows.some(({ revenuePerCall }) => revenuePerCall !== null);
  const columns = ["calls", "converted", "rate", "average"] as const;
  return (
    <ReportTable
      caption={t("conversion.title")}
      columns={[
        { key: "value", header: t(`conversion.by.${by}`) },
        ...columns.map((key) => ({ key, header: t(`conversion.columns.${key}`), isNumeric: true })),
        ...(hasMoney ? [{ key: "perCall", header: tMoney("perCall"), isNumeric: true }] : []),
      ]}
      rows={rows.map((row) => {
        const value = nameOf(by, row);
        const number = (key: (typeof columns)[number], text: string) => (
          <NumberLink
            key={key}
            href={hrefOf(row, key === "converted" || key === "rate")}
            label={t("conversion.open", { column: t(`conversion.columns.${key}`), value, count: text })}
          >
            {text}
          </NumberLink>
        );
        return {
          key: row.value,
          cells: [
            ...[value, number("calls", count(row.calls)), number("converted", count(row.converted))],
            ...[number("rate", share(row.converted / row.calls)), number("average", score(row.averageScore))],
            ...(hasMoney ? [formatAmount(locale, row.revenuePerCall ?? "0")] : []),
          ],
        };
      })}
    />
  );
}

/** What bands of scores and operators are called. */
export function useConversionValue() {
  const t = useTranslations("quality");
  const { score } = useQualityNumbers();
  return (by: ConversionGroup, { value, name }: Pick<ConversionRow, "value" | "name">): string => {
    if (by === "operator") return name ?? t("value.noOperator");
    const next = SCORE_BANDS.find((band) => band > Number(value));
    return t("conversion.band", { from: score(Number(value)), to: score(next === undefined ? 100 : next - 0.01) });
  };
}
