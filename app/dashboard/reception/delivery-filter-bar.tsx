"use client";

import { Button } from "@heroui/react/button";
import { SearchField } from "@heroui/react/search-field";
import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { debounce, useQueryStates } from "nuqs";
import { type ReactNode, useState, useTransition } from "react";
import { DateRangeFilter } from "@/components/ui/date-range-filter";
import { FilterSelect } from "@/components/ui/filter-select";
import { SOURCES, VERDICTS } from "@/db/enums";
import { DELIVERY_REASONS, REFUSAL_REASONS } from "@/lib/reception/delivery-reasons";
import { type DeliverySearchParams, deliverySearchParams } from "./search-params";

const TYPING_MS = 300;

type DeliveryFilterBarProps = {
  campaigns: { id: number; name: string }[];
  apiKeys: { id: string; name: string; last4: string }[];
  /** Of refused deliveries alone there is no verdict to choose. */
  isRefusedOnly?: boolean;
  /** The list, which is dimmed while another one is fetched. */
  children: ReactNode;
};

/** What the log is narrowed to. It lives in the address alone, so that a list can be sent to somebody. */
export function DeliveryFilterBar({ campaigns, apiKeys, isRefusedOnly = false, children }: DeliveryFilterBarProps) {
  const t = useTranslations("reception.filters");
  const tLabels = useTranslations();
  const [isPending, startTransition] = useTransition();
  const [isExpanded, setIsExpanded] = useState(false);
  const [params, setParams] = useQueryStates(deliverySearchParams, { shallow: false, startTransition });
  // Another filter is another list: it begins at its first page.
  const narrow = (change: Partial<DeliverySearchParams>) => setParams({ ...change, after: null, before: null });
  const hasFilters = [params.q, params.from, params.to].some(Boolean) || LIST_FILTERS.some((name) => params[name].length > 0);
  const reasons = isRefusedOnly ? REFUSAL_REASONS : DELIVERY_REASONS;

  return (
    <>
      <search aria-label={t("label")} className="mb-3 flex flex-wrap items-center gap-2">
        <SearchField
          aria-label={t("search")}
          value={params.q}
          onChange={(q) => setParams({ q, after: null, before: null }, { limitUrlUpdates: q === "" ? undefined : debounce(TYPING_MS) })}
          className="min-w-0 flex-1 sm:min-w-48 sm:max-w-72"
        >
          <SearchField.Group>
            <SearchField.SearchIcon />
            <SearchField.Input placeholder={t("searchShort")} className="min-w-0" />
            <SearchField.ClearButton />
          </SearchField.Group>
        </SearchField>
        <Button variant="outline" className="lg:hidden" aria-expanded={isExpanded} onPress={() => setIsExpanded(!isExpanded)}>
          <SlidersHorizontal />
          <span className="max-sm:sr-only">{t("more")}</span>
        </Button>
        <div
          className={`${isExpanded ? "grid" : "hidden"} w-full grid-cols-2 gap-2 sm:flex sm:flex-wrap lg:contents ${isExpanded ? "" : "sm:hidden"}`}
        >
          {!isRefusedOnly && (
            <FilterSelect
              label={t("verdict")}
              options={VERDICTS.map((value) => ({ value, label: tLabels(`verdicts.${value}`) }))}
              values={params.verdict}
              onChange={(verdict) => narrow({ verdict })}
            />
          )}
          <FilterSelect
            label={t("reason")}
            options={[...new Set<string>([...reasons, ...params.reason])].map((value) => ({ value, label: reasonLabel(tLabels, value) }))}
            values={params.reason}
            onChange={(reason) => narrow({ reason })}
          />
          {campaigns.length > 0 && (
            <FilterSelect
              label={t("campaign")}
              options={campaigns.map(({ id, name }) => ({ value: String(id), label: `${name} #${id}` }))}
              values={params.campaign.map(String)}
              onChange={(ids) => narrow({ campaign: ids.map(Number) })}
            />
          )}
          {apiKeys.length > 0 && (
            <FilterSelect
              label={t("key")}
              options={apiKeys.map(({ id, name, last4 }) => ({ value: id, label: `${name} …${last4}` }))}
              values={params.key}
              onChange={(key) => narrow({ key })}
            />
          )}
          <FilterSelect
            label={t("source")}
            options={SOURCES.map((value) => ({ value, label: tLabels(`sources.${value}`) }))}
            values={params.source}
            onChange={(source) => narrow({ source })}
          />
          <DateRangeFilter from={params.from} to={params.to} onChange={narrow} />
        </div>
        {hasFilters && (
          <Button variant="ghost" onPress={() => setParams(NO_FILTERS)}>
            {t("clear")}
          </Button>
        )}
      </search>
      <div aria-busy={isPending} className="transition-opacity delay-100 aria-busy:opacity-60">
        {children}
      </div>
    </>
  );
}

const LIST_FILTERS = ["verdict", "reason", "source", "campaign", "key"] as const;
const NO_FILTERS = {
  q: null,
  verdict: null,
  reason: null,
  source: null,
  campaign: null,
  key: null,
  from: null,
  to: null,
  after: null,
  before: null,
};

function reasonLabel(t: ReturnType<typeof useTranslations<never>>, code: string): string {
  const known = DELIVERY_REASONS.find((reason) => reason === code);
  return known === undefined ? code : t(`deliveryReasons.${known}`);
}
