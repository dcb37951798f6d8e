"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { type ReactNode, useTransition } from "react";
import { UsualRanges } from "@/components/reports/usual-ranges";
import { CampaignFilter } from "@/components/ui/campaign-filter";
import { DateRangeFilter } from "@/components/ui/date-range-filter";
import { FoldedFilters } from "@/components/ui/folded-filters";
import { OUTCOME_FIELDS, type OutcomeField } from "@/lib/reports/outcomes/outcome-filters";
import { type OutcomeFilterParams, outcomeFilterParams, outcomePlaceParams } from "./search-params";

type OutcomeFilterBarProps = {
  campaigns: { id: number; name: string }[];
  /** The days that are meant, which the address need not say. */
  range: { from: string; to: string };
  /** Ranges that end today, by how many days they have. */
  ranges: { days: number; from: string; to: string }[];
  /** What each value that the report is narrowed to is called, with its field. */
  labels: Partial<Record<OutcomeField, string[]>>;
  children: ReactNode;
};

/** What a report is narrowed to. It lives in the address alone, and goes along to the calls behind a number. */
export function OutcomeFilterBar({ campaigns, range, ranges, labels, children }: OutcomeFilterBarProps) {
  const t = useTranslations("outcomeFilters");
  const [isPending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(PARAMS, { shallow: false, startTransition });
  const narrow = (change: Partial<OutcomeFilterParams>) => setParams({ ...change, after: null, before: null, all: null });
  const chips = OUTCOME_FIELDS.flatMap((field) =>
    params[field].map((value, index) => ({ field, value, label: labels[field]?.[index] ?? value })),
  );
  const hasFilters = chips.length > 0 || params.campaign.length > 0 || params.unique || params.from !== "" || params.to !== "";
  return (
    <>
      <search aria-label={t("label")} className="mb-3 flex flex-wrap items-center gap-2">
        <UsualRanges range={range} ranges={ranges} onChange={narrow} />
        <FoldedFilters moreLabel={t("more")}>
          {campaigns.length > 0 && (
            <CampaignFilter
              label={t("campaign")}
              campaigns={campaigns}
              values={params.campaign}
              onChange={(campaign) => narrow({ campaign })}
            />
          )}
          <DateRangeFilter from={range.from} to={range.to} onChange={(change) => narrow({ ...range, ...change })} />
          <label className="flex min-h-9 cursor-pointer items-center gap-2 px-1 text-[0.8125rem]">
            <input
              type="checkbox"
              checked={params.unique}
              onChange={(event) => narrow({ unique: event.target.checked })}
              className="size-4 cursor-pointer accent-accent"
            />
            {t("duplicates")}
          </label>
        </FoldedFilters>
        {chips.map(({ field, value, label }) => (
          <button
            key={`${field} ${value}`}
            type="button"
            aria-label={t("remove", { name: label })}
            onClick={() => narrow({ [field]: params[field].filter((one) => one !== value) })}
            className="flex min-h-8 max-w-full items-center gap-1.5 rounded-lg border border-accent px-2.5 text-[0.8125rem] hover:bg-default"
          >
            <span className="truncate">{label}</span>
            <X aria-hidden className="size-3.5 shrink-0 text-muted" />
          </button>
        ))}
        {hasFilters && (
          <button type="button" onClick={() => setParams(NOTHING)} className="button button--md button--ghost">
            {t("clear")}
          </button>
        )}
      </search>
      <div aria-busy={isPending} className="transition-opacity delay-100 aria-busy:opacity-60">
        {children}
      </div>
    </>
  );
}

/** With where a list of calls is, and how much of a table is shown: another filter does away with both. */
const PARAMS = { ...outcomeFilterParams, ...outcomePlaceParams };

const NOTHING = {
  ...{ campaign: null, from: null, to: null, unique: null, after: null, before: null, all: null },
  ...{ publisher: null, publisherSub: null, buyer: null, target: null, vertical: null, state: null, endedBy: null, hour: null },
};
