import { useFormatter, useLocale, useTranslations } from "next-intl";
import { CALL_ENDERS } from "@/db/enums";
import type { OutcomeMeasures, OutcomeRow } from "@/lib/reports/outcomes/get-outcome-report";
import type { OutcomeBreakdown } from "@/lib/reports/outcomes/outcome-filters";
import { conversionRate, isAmount, type OutcomeMeasure } from "@/lib/reports/outcomes/outcome-order";
import { formatAmount } from "./format-amount";

/** What the values of a report are called: texts as the platform wrote them, all else in the reader's language. */
export function useOutcomeValue() {
  const t = useTranslations("outcomes");
  const tFilters = useTranslations("outcomeFilters");
  const format = useFormatter();
  const textOf = (value: string) => (value === "" ? t("blank") : value);
  return (by: OutcomeBreakdown, { value, detail, name }: Pick<OutcomeRow, "value" | "detail" | "name">): string => {
    if (by === "day")
      return format.dateTime(noonOf(value), { timeZone: "UTC", weekday: "short", day: "2-digit", month: "short", year: "numeric" });
    if (by === "campaign") return name ?? `#${value}`;
    if (by === "hour") return tFilters("hour", { hour: value });
    if (by === "publisherSub") return `${textOf(value)} · ${textOf(detail ?? "")}`;
    const ender = by === "endedBy" ? CALL_ENDERS.find((one) => one === value) : undefined;
    return ender ? t(`enders.${ender}`) : textOf(value);
  };
}

/** A day or an hour under a picture, where there is little room. */
export function useOutcomePlace() {
  const t = useTranslations("outcomeFilters");
  const format = useFormatter();
  return (by: "day" | "hour", value: string): string =>
    by === "hour" ? t("hour", { hour: value }) : format.dateTime(noonOf(value), { timeZone: "UTC", day: "2-digit", month: "short" });
}

/** Far from the ends of the day, whatever the zone. */
function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

/** What a measure is called, and what it says of some calls. */
export function useMeasures() {
  const t = useTranslations("outcomes");
  const tMoney = useTranslations("outcomeMoney");
  const format = useFormatter();
  const locale = useLocale();
  return {
    nameOf: (measure: OutcomeMeasure) => (isAmount(measure) ? tMoney(`columns.${measure}`) : t(`columns.${measure}`)),
    textOf: (measure: OutcomeMeasure, measures: OutcomeMeasures): string => {
      if (isAmount(measure)) {
        const amount = measures.money?.[measure] ?? null;
        return amount === null ? "—" : formatAmount(locale, amount);
      }
      if (measure !== "rate") return format.number(measures[measure]);
      const rate = conversionRate(measures);
      return rate === null ? "—" : format.number(rate, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
    },
  };
}

/** How high a bar is drawn for a measure: near enough, for the eye alone. */
export function heightOf(measure: OutcomeMeasure, measures: OutcomeMeasures): number {
  if (isAmount(measure)) return Number(measures.money?.[measure] ?? 0);
  return measure === "rate" ? (conversionRate(measures) ?? 0) : measures[measure];
}
