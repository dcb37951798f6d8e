"use client";

import { Button } from "@heroui/react/button";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { type ReactNode, useTransition } from "react";
import { DateRangeFilter } from "@/components/ui/date-range-filter";
import { NativeSelect } from "@/components/ui/native-select";
import { type AuditLogSearchParams, auditLogSearchParams } from "./search-params";

type Choice = { value: string; label: string };

type AuditFilterBarProps = {
  actors: Choice[];
  /** Actions by what they are done to. */
  groups: (Choice & { actions: Choice[] })[];
  /** The one object that the list is about, in words. */
  object: string | null;
  /** The list, which is dimmed while another one is fetched. */
  children: ReactNode;
};

const NO_FILTERS = { actor: null, action: null, kind: null, id: null, from: null, to: null, before: null, after: null };

/** What the log is narrowed to. It lives in the address alone, so that it can be sent to somebody. */
export function AuditFilterBar({ actors, groups, object, children }: AuditFilterBarProps) {
  const t = useTranslations("auditLog.filters");
  const [isPending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(auditLogSearchParams, { shallow: false, startTransition });
  // Another filter is another list: it begins at its first page.
  const narrow = (change: Partial<AuditLogSearchParams>) => setParams({ ...change, before: null, after: null });
  const hasFilters = object !== null || [params.actor, params.action, params.from, params.to].some(Boolean);

  return (
    <>
      <search aria-label={t("label")} className="mb-3 grid grid-cols-2 items-center gap-2 sm:flex sm:flex-wrap">
        <div className="min-w-0 sm:w-48">
          <NativeSelect aria-label={t("actor")} value={params.actor} onChange={(event) => narrow({ actor: event.target.value })}>
            <option value="">{t("anybody")}</option>
            {actors.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </NativeSelect>
        </div>
        <div className="min-w-0 sm:w-64">
          <NativeSelect aria-label={t("action")} value={params.action} onChange={(event) => narrow({ action: event.target.value })}>
            <option value="">{t("anything")}</option>
            {groups.map(({ value, label, actions }) => (
              <optgroup key={value} label={label}>
                {actions.length > 1 && <option value={value}>{t("allOf", { group: label })}</option>}
                {actions.map((action) => (
                  <option key={action.value} value={action.value}>
                    {action.label}
                  </option>
                ))}
              </optgroup>
            ))}
          </NativeSelect>
        </div>
        <DateRangeFilter from={params.from} to={params.to} onChange={narrow} />
        {object !== null && (
          <Button
            variant="outline"
            className="col-span-2 min-w-0 justify-start border-accent"
            aria-label={t("removeObject")}
            onPress={() => narrow({ kind: "", id: "" })}
          >
            <span className="min-w-0 truncate">{t("object", { object })}</span>
            <X aria-hidden className="size-4" />
          </Button>
        )}
        {hasFilters && (
          <Button variant="ghost" className="col-span-2" onPress={() => setParams(NO_FILTERS)}>
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
