"use client";

import { inputVariants } from "@heroui/styles";
import { useTranslations } from "next-intl";

type DateRangeFilterProps = { from: string; to: string; onChange: (change: { from?: string; to?: string }) => void };

/** Narrows a list to days, both included; either may be left open. */
export function DateRangeFilter({ from, to, onChange }: DateRangeFilterProps) {
  const t = useTranslations("ui.dates");
  return (
    <fieldset
      className={inputVariants({ className: `col-span-2 flex h-9 min-w-0 items-center gap-2 py-0 ${from || to ? "border-accent" : ""}` })}
    >
      <legend className="sr-only">{t("label")}</legend>
      <DateFilter label={t("from")} value={from} max={to} onChange={(value) => onChange({ from: value })} />
      <DateFilter label={t("to")} value={to} min={from} onChange={(value) => onChange({ to: value })} />
    </fieldset>
  );
}

type DateFilterProps = { label: string; value: string; min?: string; max?: string; onChange: (value: string) => void };

function DateFilter({ label, value, min, max, onChange }: DateFilterProps) {
  return (
    <label className="flex min-w-0 flex-1 items-center gap-1.5">
      <span className="text-sm text-muted">{label}</span>
      <input
        type="date"
        value={value}
        min={min || undefined}
        max={max || undefined}
        onChange={(event) => onChange(event.target.value)}
        className={`min-w-0 flex-1 rounded-sm bg-transparent text-sm tabular-nums sm:w-29 ${value ? "" : "text-muted"}`}
      />
    </label>
  );
}
