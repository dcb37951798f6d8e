"use client";

import { useTranslations } from "next-intl";
import { FilterSelect } from "@/components/ui/filter-select";
import { CONVERSIONS } from "@/lib/outcomes/conversions";
import type { OutcomeNames } from "@/lib/outcomes/list-outcome-names";
import { AMOUNT_PATTERN } from "@/lib/tasks/task-filters";
import { RangeFilter } from "./range-filter";
import type { TaskSearchParams } from "./search-params";

type OutcomeFiltersProps = { names: OutcomeNames; params: TaskSearchParams; narrow: (change: Partial<TaskSearchParams>) => void };

/** Narrows the list by what came of pay-per-call calls. */
export function OutcomeFilters({ names, params, narrow }: OutcomeFiltersProps) {
  const t = useTranslations("tasks.filters");
  const tConversions = useTranslations("conversions");
  const named = (list: string[]) => list.map((name) => ({ value: name, label: name }));
  return (
    <>
      <FilterSelect
        label={t("conversion")}
        options={CONVERSIONS.map((value) => ({ value, label: tConversions(value) }))}
        values={params.conversion}
        onChange={(conversion) => narrow({ conversion })}
      />
      {names.buyers.length > 0 && (
        <FilterSelect label={t("buyer")} options={named(names.buyers)} values={params.buyer} onChange={(buyer) => narrow({ buyer })} />
      )}
      {names.publishers.length > 0 && (
        <FilterSelect
          label={t("publisher")}
          options={named(names.publishers)}
          values={params.publisher}
          onChange={(publisher) => narrow({ publisher })}
        />
      )}
      <RangeFilter
        labels={{ range: t("revenue"), from: t("revenueFrom"), to: t("revenueTo") }}
        from={params.revenueFrom}
        to={params.revenueTo}
        read={(text) => (AMOUNT_PATTERN.test(text) ? text : null)}
        onChange={(change) => narrow("from" in change ? { revenueFrom: change.from } : { revenueTo: change.to })}
      />
    </>
  );
}
