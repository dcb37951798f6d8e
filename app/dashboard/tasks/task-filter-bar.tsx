"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { type ReactNode, useTransition } from "react";
import { CampaignFilter } from "@/components/ui/campaign-filter";
import { DateRangeFilter } from "@/components/ui/date-range-filter";
import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSelect } from "@/components/ui/filter-select";
import { DIRECTIONS, SOURCES, TASK_STATUSES } from "@/db/enums";
import type { OutcomeNames } from "@/lib/outcomes/list-outcome-names";
import type { VisibleTag } from "@/lib/tags/list-visible-tags";
import type { TaskCampaign } from "@/lib/tasks/list-task-campaigns";
import type { TaskOperator } from "@/lib/tasks/list-task-operators";
import { OperatorFilter } from "./operator-filter";
import { OutcomeFilters } from "./outcome-filters";
import { RangeFilter } from "./range-filter";
import { type TaskSearchParams, taskSearchParams, UNKNOWN_OPERATOR } from "./search-params";

type TaskFilterBarProps = {
  campaigns: TaskCampaign[];
  tags: VisibleTag[];
  /** Null where no call has an outcome. */
  outcomeNames: OutcomeNames | null;
  chosenOperators: TaskOperator[];
  /** Null for those who see their own calls only. */
  suggestOperators: ((text: string) => Promise<TaskOperator[]>) | null;
  /** The list, which is dimmed while another one is fetched. */
  children: ReactNode;
};

/** What the list is narrowed to. It lives in the address alone, so that a list can be sent to somebody. */
export function TaskFilterBar({ campaigns, tags, outcomeNames, chosenOperators, suggestOperators, children }: TaskFilterBarProps) {
  const t = useTranslations("tasks.filters");
  const tLabels = useTranslations();
  const [isPending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(taskSearchParams, { shallow: false, startTransition });
  // Another filter is another list: it begins at its first page.
  const narrow = (change: Partial<TaskSearchParams>) => setParams({ ...change, page: null });
  const hasRange = [params.scoreFrom, params.scoreTo, params.revenueFrom, params.revenueTo].some((end) => end !== null);
  const hasFilters = hasRange || [params.q, params.from, params.to].some(Boolean) || LIST_FILTERS.some((name) => params[name].length > 0);

  return (
    <FilterBar
      label={t("label")}
      search={{
        label: t("search"),
        value: params.q,
        onChange: (q, options) => setParams({ q, page: null }, options),
        className: "min-w-0 flex-1 sm:min-w-48 sm:max-w-64",
      }}
      moreLabel={t("more")}
      filters={
        <>
          {campaigns.length > 0 && (
            <CampaignFilter
              label={t("campaign")}
              campaigns={campaigns}
              values={params.campaign}
              onChange={(campaign) => narrow({ campaign })}
            />
          )}
          <FilterSelect
            label={t("status")}
            options={TASK_STATUSES.map((value) => ({ value, label: tLabels(`taskStatuses.${value}`) }))}
            values={params.status}
            onChange={(status) => narrow({ status })}
          />
          <FilterSelect
            label={t("direction")}
            options={DIRECTIONS.map((value) => ({ value, label: tLabels(`directions.${value}`) }))}
            values={params.direction}
            onChange={(direction) => narrow({ direction })}
          />
          <FilterSelect
            label={t("source")}
            options={SOURCES.map((value) => ({ value, label: tLabels(`sources.${value}`) }))}
            values={params.source}
            onChange={(source) => narrow({ source })}
          />
          {suggestOperators && (
            <OperatorFilter
              chosen={chosenOperators}
              isUnknownChosen={params.operator.includes(UNKNOWN_OPERATOR)}
              suggest={suggestOperators}
              onChange={(operator) => narrow({ operator })}
            />
          )}
          {tags.length > 0 && (
            <FilterSelect
              label={t("tag")}
              options={tags.map(({ id, name, campaignName }) => ({ value: id, label: `${name} · ${campaignName}` }))}
              values={params.tag}
              onChange={(tag) => narrow({ tag })}
            />
          )}
          {outcomeNames && <OutcomeFilters names={outcomeNames} params={params} narrow={narrow} />}
          <RangeFilter
            labels={{ range: t("score"), from: t("scoreFrom"), to: t("scoreTo") }}
            from={params.scoreFrom}
            to={params.scoreTo}
            read={readScore}
            onChange={(change) => narrow("from" in change ? { scoreFrom: change.from } : { scoreTo: change.to })}
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

function readScore(text: string): number | null {
  const score = Number(text);
  return score >= 0 && score <= 100 ? score : null;
}

const LIST_FILTERS = ["campaign", "operator", "status", "direction", "source", "tag", "conversion", "buyer", "publisher"] as const;
const NO_FILTERS = {
  q: null,
  campaign: null,
  operator: null,
  status: null,
  direction: null,
  source: null,
  tag: null,
  conversion: null,
  buyer: null,
  publisher: null,
  revenueFrom: null,
  revenueTo: null,
  scoreFrom: null,
  scoreTo: null,
  from: null,
  to: null,
  page: null,
};
