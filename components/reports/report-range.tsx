"use client";

import { useTranslations } from "next-intl";
import { DateRangeFilter } from "@/components/ui/date-range-filter";

type Range = { from: string; to: string };

type ReportRangeProps = {
  /** The days that are meant, which the address need not say. */
  range: Range;
  /** Ranges that end today, by how many days they have. */
  ranges: (Range & { days: number })[];
  onChange: (range: Range) => void;
};

/** The days of a report: any, or one of the usual ranges. */
export function ReportRange({ range, ranges, onChange }: ReportRangeProps) {
  const t = useTranslations("reportRange");
  return (
    <>
      <DateRangeFilter from={range.from} to={range.to} onChange={(change) => onChange({ ...range, ...change })} />
      <fieldset className="flex rounded-lg border border-border p-0.5">
        <legend className="sr-only">{t("label")}</legend>
        {ranges.map(({ days, ...wanted }) => (
          <button
            key={days}
            type="button"
            aria-pressed={range.from === wanted.from && range.to === wanted.to}
            onClick={() => onChange(wanted)}
            className="min-h-7.5 rounded-md px-2.5 text-[0.8125rem] text-muted hover:text-foreground aria-pressed:bg-default aria-pressed:text-foreground"
          >
            {days >= 365 ? t("year") : t("days", { count: days })}
          </button>
        ))}
      </fieldset>
    </>
  );
}
