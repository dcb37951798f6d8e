"use client";

import { inputVariants } from "@heroui/styles";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

type ScoreFilterProps = {
  from: number | null;
  to: number | null;
  onChange: (change: { scoreFrom: number | null } | { scoreTo: number | null }) => void;
};

/** Narrows the list to a range of scores. What is typed counts when one leaves the field or presses Enter. */
export function ScoreFilter({ from, to, onChange }: ScoreFilterProps) {
  const t = useTranslations("tasks.filters");
  return (
    <fieldset
      className={inputVariants({
        className: `col-span-2 flex h-9 min-w-0 items-center gap-1.5 py-0 ${from !== null || to !== null ? "border-accent" : ""}`,
      })}
    >
      <legend className="sr-only">{t("score")}</legend>
      <span aria-hidden className="text-sm text-muted">
        {t("score")}
      </span>
      <ScoreField label={t("scoreFrom")} value={from} onChange={(scoreFrom) => onChange({ scoreFrom })} />
      <span aria-hidden className="text-muted">
        –
      </span>
      <ScoreField label={t("scoreTo")} value={to} onChange={(scoreTo) => onChange({ scoreTo })} />
    </fieldset>
  );
}

function ScoreField({ label, value, onChange }: { label: string; value: number | null; onChange: (value: number | null) => void }) {
  const [text, setText] = useState(value === null ? "" : String(value));
  // The address may change without us: by going back, or by dropping all filters.
  useEffect(() => setText(value === null ? "" : String(value)), [value]);
  const commit = () => {
    const number = Number(text.replace(",", "."));
    const next = text.trim() === "" || !(number >= 0 && number <= 100) ? null : number;
    if (next !== value) onChange(next);
    else setText(value === null ? "" : String(value));
  };
  return (
    <input
      inputMode="decimal"
      aria-label={label}
      value={text}
      maxLength={6}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === "Enter" && commit()}
      className="w-11 min-w-0 flex-1 rounded-sm bg-transparent text-center text-sm tabular-nums sm:flex-none"
    />
  );
}
