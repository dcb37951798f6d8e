import { useFormatter, useTranslations } from "next-intl";
import type { QualityRow } from "@/lib/reports/quality/get-quality-report";
import type { QualityGroup } from "@/lib/reports/quality/quality-filters";
import type { QualityMeasures } from "@/lib/reports/quality/quality-measures";
import { type QualityMeasure, shareOf } from "@/lib/reports/quality/quality-order";
import type { QualitySpan } from "@/lib/reports/quality/spans-of";

/** Scores, shares and days in the reader's language; what is not there is a dash. */
export function useQualityNumbers() {
  const format = useFormatter();
  const t = useTranslations("quality");
  const day = (text: string) => format.dateTime(noonOf(text), { timeZone: "UTC", day: "2-digit", month: "short", year: "numeric" });
  return {
    day,
    count: (count: number) => format.number(count),
    score: (score: number | null) => (score === null ? "—" : format.number(score, { minimumFractionDigits: 2, maximumFractionDigits: 2 })),
    share: (share: number | null) =>
      share === null ? "—" : format.number(share, { style: "percent", minimumFractionDigits: 0, maximumFractionDigits: 1 }),
    span: ({ from, to }: QualitySpan) => (from === to ? day(from) : t("value.span", { from: day(from), to: day(to) })),
  };
}

/** What the values of a report are called. */
export function useQualityValue() {
  const t = useTranslations("quality");
  const { span: textOf } = useQualityNumbers();
  return (by: QualityGroup, { value, name, span }: Pick<QualityRow, "value" | "name" | "span">): string => {
    if (span !== null) return textOf(span);
    if (by === "campaign") return name ?? `#${value}`;
    return name ?? t(by === "auditor" ? "value.machine" : "value.noOperator");
  };
}

/** What a measure is called, and what it says of some audits: counts of coverage with their share of all calls. */
export function useQualityMeasures() {
  const t = useTranslations("quality");
  const { count, score, share } = useQualityNumbers();
  return {
    nameOf: (measure: QualityMeasure) => t(`measures.${measure}`),
    textOf: (measure: QualityMeasure, measures: QualityMeasures): string => {
      if (measure === "audits") return count(measures.audits);
      if (measure === "average" || measure === "averageWithoutFail") return score(measures[measure]);
      if (measure === "tasks") return measures.coverage === null ? "—" : count(measures.coverage.tasks);
      if (measure === "passed" || measure === "critical") {
        const part = shareOf(measure, measures);
        return part === null ? count(measures[measure]) : `${count(measures[measure])} · ${share(part)}`;
      }
      if (measures.coverage === null) return "—";
      const part = shareOf(measure, measures);
      return part === null ? count(measures.coverage[measure]) : `${count(measures.coverage[measure])} · ${share(part)}`;
    },
  };
}

/** Far from the ends of the day, whatever the zone. */
function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}
