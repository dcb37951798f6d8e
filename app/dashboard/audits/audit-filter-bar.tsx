"use client";

import { X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { type ReactNode, useTransition } from "react";
import { CampaignFilter } from "@/components/ui/campaign-filter";
import { DateRangeFilter } from "@/components/ui/date-range-filter";
import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSelect } from "@/components/ui/filter-select";
import { AUDIT_KINDS, AUDIT_STATUSES, CONTACT_CHANNELS } from "@/db/enums";
import { AUDIT_MAKERS, AUDIT_RESULTS } from "@/lib/audits/audit-list-filters";
import { type AuditSearchParams, auditSearchParams } from "./search-params";

type AuditFilterBarProps = {
  campaigns: { id: number; name: string }[];
  auditors: { id: string; name: string }[];
  /** Agents' own audits, which are all of one kind and told without who audited. */
  isOwn: boolean;
  /** Name of the operator that the address names; null where it names none. */
  operatorName: string | null;
  /** The question that the address names. */
  question: string | null;
  hasVersion: boolean;
  children: ReactNode;
};

/** What the list of audits is narrowed to. It lives in the address alone. The list inside is dimmed while another one is fetched. */
export function AuditFilterBar({ campaigns, auditors, isOwn, operatorName, question, hasVersion, children }: AuditFilterBarProps) {
  const t = useTranslations("audits");
  const tLabels = useTranslations();
  const [isPending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(auditSearchParams, { shallow: false, startTransition });
  // Another filter is another list: it begins at its first page.
  const narrow = (change: { [Name in keyof AuditSearchParams]?: AuditSearchParams[Name] | null }) => setParams({ ...change, page: null });
  const one = <Value extends string>(values: Value[], current: Value | null) => values.find((value) => value !== current) ?? null;
  const narrowings = useNarrowings(params, question);
  return (
    <FilterBar
      label={t("filters.label")}
      search={{
        label: t("filters.search"),
        placeholder: t("filters.searchShort"),
        value: params.q,
        onChange: (q, options) => setParams({ q, page: null }, options),
        className: "min-w-0 flex-1 sm:min-w-48 sm:max-w-64",
      }}
      moreLabel={t("filters.more")}
      filters={
        <>
          {campaigns.length > 1 && (
            <CampaignFilter
              label={t("filters.campaign")}
              campaigns={campaigns}
              values={params.campaign}
              onChange={(campaign) => narrow({ campaign })}
            />
          )}
          <FilterSelect
            label={t("filters.status")}
            options={AUDIT_STATUSES.map((value) => ({ value, label: tLabels(`auditStatuses.${value}`) }))}
            values={params.status}
            onChange={(status) => narrow({ status })}
          />
          <FilterSelect
            label={t("filters.result")}
            options={[
              ...AUDIT_RESULTS.map((value) => ({ value, label: t(`results.${value}`) })),
              { value: "critical" as const, label: t("filters.critical") },
            ]}
            values={[...(params.result ? [params.result] : []), ...(params.critical ? (["critical"] as const) : [])]}
            onChange={(values) =>
              narrow({
                critical: values.includes("critical") || null,
                result:
                  one(
                    AUDIT_RESULTS.filter((value) => values.includes(value)),
                    params.result,
                  ) ?? pickKept(values, params.result),
              })
            }
          />
          {!isOwn && (
            <FilterSelect
              label={t("filters.auditor")}
              options={auditors.map(({ id, name }) => ({ value: id, label: name }))}
              values={params.auditor === "" ? [] : [params.auditor]}
              onChange={(ids) => narrow({ auditor: one(ids, params.auditor) ?? (ids.length === 0 ? null : params.auditor) })}
            />
          )}
          <FilterSelect
            label={t("filters.maker")}
            options={AUDIT_MAKERS.map((value) => ({ value, label: t(`makers.${value}`) }))}
            values={params.maker ? [params.maker] : []}
            onChange={(values) => narrow({ maker: one(values, params.maker) ?? pickKept(values, params.maker) })}
          />
          <FilterSelect
            label={t("filters.channel")}
            options={CONTACT_CHANNELS.map((value) => ({ value, label: tLabels(`contactChannels.${value}`) }))}
            values={params.channel}
            onChange={(channel) => narrow({ channel })}
          />
          {!isOwn && (
            <FilterSelect
              label={t("filters.kind")}
              options={AUDIT_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
              values={params.kind}
              onChange={(kind) => narrow({ kind })}
            />
          )}
          <DateRangeFilter from={params.from} to={params.to} onChange={narrow} />
        </>
      }
      chosen={
        <>
          {operatorName !== null && <Chosen name={operatorName} onRemove={() => narrow({ operator: null })} />}
          {hasVersion && <Chosen name={t("filters.version")} onRemove={() => narrow({ version: null })} />}
          {narrowings.map(({ name, without }) => (
            <Chosen key={name} name={name} onRemove={() => narrow(without)} />
          ))}
        </>
      }
      clear={hasFilters(params) ? { label: t("filters.clear"), onPress: () => setParams(null) } : null}
      isPending={isPending}
    >
      {children}
    </FilterBar>
  );
}

type Narrowing = { name: string; without: { [Name in keyof AuditSearchParams]?: null } };

/** What only the numbers of reports narrow the list to, in words, and how to do without. */
function useNarrowings(params: AuditSearchParams, question: string | null): Narrowing[] {
  const t = useTranslations("audits.filters");
  const tAnswers = useTranslations("auditSheet.answers");
  const tConversions = useTranslations("conversions");
  const format = useFormatter();
  const { answer, machine, source, scoreFrom, scoreTo, conversion } = params;
  const answers = answer.map((one) => tAnswers(one));
  const said = [
    ...(answers.length === 0 ? [] : [format.list(answers, { type: "disjunction" })]),
    ...(machine === null ? [] : [t(`comparisons.${machine}`)]),
    ...(source === null ? [] : [t(`sources.${source}`)]),
  ];
  const range = { from: format.number(scoreFrom ?? 0), to: format.number(scoreTo ?? 100) };
  return [
    ...(question === null
      ? []
      : [
          {
            name: t("answered", { question, answer: said.length === 0 ? t("anyAnswer") : said.join(", ") }),
            without: { criterion: null, answer: null, machine: null, source: null },
          },
        ]),
    ...(scoreFrom === null && scoreTo === null ? [] : [{ name: t("score", range), without: { scoreFrom: null, scoreTo: null } }]),
    ...(conversion.length === 0 ? [] : [{ name: conversion.map((one) => tConversions(one)).join(", "), without: { conversion: null } }]),
    ...(params.recorded ? [{ name: t("recorded"), without: { recorded: null } }] : []),
    ...(params.compared ? [{ name: t("compared"), without: { compared: null } }] : []),
    ...(params.task === "" ? [] : [{ name: t("task"), without: { task: null } }]),
  ];
}

/** Of filters that take one value the list lets go of the last one, unless another was chosen. */
function pickKept<Value extends string>(values: string[], current: Value | null): Value | null {
  return current !== null && values.includes(current) ? current : null;
}

function Chosen({ name, onRemove }: { name: string; onRemove: () => void }) {
  const t = useTranslations("audits.filters");
  return (
    <button
      type="button"
      onClick={onRemove}
      aria-label={t("remove", { name })}
      title={name}
      className="inline-flex h-9 max-w-80 cursor-pointer items-center gap-1.5 rounded-lg border border-accent px-2.5 hover:bg-default"
    >
      <span className="truncate">{name}</span>
      <X aria-hidden className="size-3.5 shrink-0" />
    </button>
  );
}

function hasFilters({ size, page, ...filters }: AuditSearchParams): boolean {
  return Object.values(filters).some((value) => (Array.isArray(value) ? value.length > 0 : value !== "" && value !== null));
}
