"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { type ReactNode, useTransition } from "react";
import { UsualRanges } from "@/components/reports/usual-ranges";
import { CampaignFilter } from "@/components/ui/campaign-filter";
import { DateRangeFilter } from "@/components/ui/date-range-filter";
import { FilterSelect } from "@/components/ui/filter-select";
import { FoldedFilters } from "@/components/ui/folded-filters";
import { CONTACT_CHANNELS } from "@/db/enums";
import { AUDIT_MAKERS } from "@/lib/audits/audit-list-filters";
import type { QualityChoices } from "@/lib/reports/quality/list-quality-choices";
import { type QualityFilterParams, qualityFilterParams, qualityReportParams } from "./search-params";

type QualityFilterBarProps = {
  choices: QualityChoices;
  range: { from: string; to: string };
  ranges: { days: number; from: string; to: string }[];
  /** Calls that were audited to be compared have neither auditors nor versions to choose from. */
  isCalibration?: boolean;
  children: ReactNode;
};

/** What a report is narrowed to. It lives in the address alone. */
export function QualityFilterBar({ choices, range, ranges, isCalibration = false, children }: QualityFilterBarProps) {
  const t = useTranslations("qualityFilters");
  const tChannels = useTranslations("contactChannels");
  const [isPending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(PARAMS, { shallow: false, startTransition });
  const narrow = (change: Partial<QualityFilterParams>) => setParams({ ...change, all: null, allCalls: null });
  const { campaigns, operators, auditors, versions } = choices;
  const lists = isCalibration ? LISTS.filter(({ key }) => key === "operator") : LISTS;
  const optionsOf = {
    operator: operators.map(({ id, name }) => ({ value: id, label: name })),
    auditor: auditors.map(({ id, name }) => ({ value: id, label: name })),
    version: versions.map(({ id, number }) => ({ value: id, label: t("versionNumber", { number }) })),
  };
  const hasFilters = FILTERS.some((key) => (Array.isArray(params[key]) ? params[key].length > 0 : Boolean(params[key])));
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
              onChange={(campaign) => narrow({ campaign, version: "" })}
            />
          )}
          <DateRangeFilter from={range.from} to={range.to} onChange={(change) => narrow({ ...range, ...change })} />
          {lists
            .filter(({ key }) => optionsOf[key].length > 0)
            .map(({ key }) => (
              <FilterSelect
                key={key}
                label={t(key)}
                options={optionsOf[key]}
                values={params[key] === "" ? [] : [params[key]]}
                onChange={(values) => narrow({ [key]: values.find((value) => value !== params[key]) ?? "" })}
              />
            ))}
          {!isCalibration && (
            <>
              <FilterSelect
                label={t("maker")}
                options={AUDIT_MAKERS.map((maker) => ({ value: maker, label: t(`makers.${maker}`) }))}
                values={params.maker === null ? [] : [params.maker]}
                onChange={(makers) => narrow({ maker: makers.find((maker) => maker !== params.maker) ?? null })}
              />
              <FilterSelect
                label={t("channel")}
                options={CONTACT_CHANNELS.map((channel) => ({ value: channel, label: tChannels(channel) }))}
                values={params.channel === null ? [] : [params.channel]}
                onChange={(channels) => narrow({ channel: channels.find((channel) => channel !== params.channel) ?? null })}
              />
            </>
          )}
        </FoldedFilters>
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

const { all, allCalls } = qualityReportParams;
/** With how much of the tables is shown: another filter does away with it. */
const PARAMS = { ...qualityFilterParams, all, allCalls };
const LISTS = [{ key: "operator" }, { key: "auditor" }, { key: "version" }] as const;
const FILTERS = ["campaign", "operator", "auditor", "from", "to", "maker", "version", "channel"] as const;
const NOTHING = {
  ...{ campaign: null, operator: null, auditor: null, from: null, to: null, maker: null, version: null, channel: null },
  ...{ all: null, allCalls: null },
};
