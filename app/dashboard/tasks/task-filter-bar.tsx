"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { type ReactNode, useTransition } from "react";
import { DateRangeFilter } from "@/components/ui/date-range-filter";
import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSelect } from "@/components/ui/filter-select";
import { DIRECTIONS, SOURCES, TASK_STATUSES } from "@/db/enums";
import type { VisibleTag } from "@/lib/tags/list-visible-tags";
import type { TaskCampaign } from "@/lib/tasks/list-task-campaigns";
import type { TaskOperator } from "@/lib/tasks/list-task-operators";
import { OperatorFilter } from "./operator-filter";
import { ScoreFilter } from "./score-filter";
import { type TaskSearchParams, taskSearchParams, UNKNOWN_OPERATOR } from "./search-params";

type TaskFilterBarProps = {
  campaigns: TaskCampaign[];
  tags: VisibleTag[];
  chosenOperators: TaskOperator[];
  /** Null for those who see their own calls only. */
  suggestOperators: ((text: string) => Promise<TaskOperator[]>) | null;
  /** The list, which is dimmed while another one is fetched. */
  children: ReactNode;
};

/** What the list is narrowed to. It lives in the address alone, so that a list can be sent to somebody. */
export function TaskFilterBar({ campaigns, tags, chosenOperators, suggestOperators, children }: TaskFilterBarProps) {
  const t = useTranslations("tasks.filters");
  const tLabels = useTranslations();
  const [isPending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(taskSearchParams, { shallow: false, startTransition });
  // Another filter is another list: it begins at its first page.
  const narrow = (change: Partial<TaskSearchParams>) => setParams({ ...change, page: null });
  const hasScores = params.scoreFrom !== null || params.scoreTo !== null;
  const hasFilters = hasScores || [params.q, params.from, params.to].some(Boolean) || LIST_FILTERS.some((name) => params[name].length > 0);

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
            <FilterSelect
              label={t("campaign")}
              options={campaigns.map(({ id, name }) => ({ value: String(id), label: name }))}
              values={params.campaign.map(String)}
              onChange={(ids) => narrow({ campaign: ids.map(Number) })}
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
          <ScoreFilter from={params.scoreFrom} to={params.scoreTo} onChange={narrow} />
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

const LIST_FILTERS = ["campaign", "operator", "status", "direction", "source", "tag"] as const;
const NO_FILTERS = {
  q: null,
  campaign: null,
  operator: null,
  status: null,
  direction: null,
  source: null,
  tag: null,
  scoreFrom: null,
  scoreTo: null,
  from: null,
  to: null,
  page: null,
};
