"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";

export type FilterSelectProps<Value extends string> = {
  label: string;
  options: { value: Value; label: string }[];
  values: Value[];
  onChange: (values: Value[]) => void;
};

const loadList = () => import("./filter-select-list");
const FilterSelectList = lazy(async () => ({ default: (await loadList()).FilterSelectList }));

/** Narrows a list to any of several values. Shows how many are chosen, or the one. What opens is loaded as one reaches for it. */
export function FilterSelect<Value extends string>({ label, options, values, onChange }: FilterSelectProps<Value>) {
  const [isWanted, setIsWanted] = useState(false);
  const closed = (
    <button
      type="button"
      aria-haspopup="listbox"
      aria-expanded={false}
      onPointerEnter={loadList}
      onFocus={loadList}
      onClick={() => setIsWanted(true)}
      onKeyDown={(event) => {
        if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
        event.preventDefault();
        setIsWanted(true);
      }}
      className={filterTriggerLook(values.length > 0)}
    >
      <FilterSummary label={label} options={options} values={values} />
      <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
    </button>
  );
  if (!isWanted) return closed;
  return (
    <Suspense fallback={closed}>
      <FilterSelectList
        label={label}
        options={options}
        values={values}
        onChange={(chosen) => onChange(options.map(({ value }) => value).filter((value) => chosen.includes(value)))}
      />
    </Suspense>
  );
}

/** HeroUI's look of a select that is closed, marked when it narrows something. */
export function filterTriggerLook(isChosen: boolean): string {
  return `select__trigger h-9 w-full sm:w-auto sm:max-w-52 items-center gap-1.5 pe-2 ${isChosen ? "border-accent" : ""}`;
}

type FilterSummaryProps = Pick<FilterSelectProps<string>, "label" | "values" | "options">;

/** The filter's name, its one value, or how many it has. */
export function FilterSummary({ label, options, values }: FilterSummaryProps) {
  const t = useTranslations("ui");
  const chosen = options.filter(({ value }) => values.includes(value));
  const [only] = chosen;
  if (!only) return <span className="min-w-0 flex-1 truncate text-start text-muted">{label}</span>;
  return (
    <span className="min-w-0 flex-1 truncate text-start">
      {chosen.length === 1 ? only.label : t("chosen", { name: label, count: chosen.length })}
    </span>
  );
}
