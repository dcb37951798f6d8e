"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { type ReactNode, useTransition } from "react";
import { CampaignFilter } from "@/components/ui/campaign-filter";
import { DateRangeFilter } from "@/components/ui/date-range-filter";
import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSelect } from "@/components/ui/filter-select";
import { SOURCES, VERDICTS } from "@/db/enums";
import { DELIVERY_REASONS, REFUSAL_REASONS } from "@/lib/reception/delivery-reasons";
import { type DeliverySearchParams, deliverySearchParams } from "./search-params";

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
  const [params, setParams] = useQueryStates(deliverySearchParams, { shallow: false, startTransition });
  // Another filter is another list: it begins at its first page.
  const narrow = (change: Partial<DeliverySearchParams>) => setParams({ ...change, after: null, before: null });
  const hasFilters = [params.q, params.from, params.to].some(Boolean) || LIST_FILTERS.some((name) => params[name].length > 0);
  const reasons = isRefusedOnly ? REFUSAL_REASONS : DELIVERY_REASONS;

  return (
    <FilterBar
      label={t("label")}
      search={{
        label: t("search"),
        placeholder: t("searchShort"),
        value: params.q,
        onChange: (q, options) => setParams({ q, after: null, before: null }, options),
        className: "min-w-0 flex-1 sm:min-w-48 sm:max-w-72",
      }}
      moreLabel={t("more")}
      filters={
        <>
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
            <CampaignFilter
              label={t("campaign")}
              campaigns={campaigns.map(({ id, name }) => ({ id, name: `${name} #${id}` }))}
              values={params.campaign}
              onChange={(campaign) => narrow({ campaign })}
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
        </>
      }
      clear={hasFilters ? { label: t("clear"), onPress: () => setParams(NO_FILTERS) } : null}
      isPending={isPending}
    >
      {children}
    </FilterBar>
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
