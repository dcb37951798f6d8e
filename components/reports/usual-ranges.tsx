"use client";

import { useTranslations } from "next-intl";

type Range = { from: string; to: string };

type UsualRangesProps = {
  /** The days that are meant, which the address need not say. */
  range: Range;
  /** Ranges that end today, by how many days they have. */
  ranges: (Range & { days: number })[];
  onChange: (range: Range) => void;
};

/** The days of a report, where they are one of the usual ranges. */
export function UsualRanges({ range, ranges, onChange }: UsualRangesProps) {
  const t = useTranslations("reportRange");
  return (
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
  );
}
