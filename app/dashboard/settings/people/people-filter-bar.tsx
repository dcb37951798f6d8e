"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { type ReactNode, useTransition } from "react";
import { FilterBar } from "@/components/ui/filter-bar";
import { FilterSelect } from "@/components/ui/filter-select";
import { ROLES } from "@/db/enums";
import { USER_STATES } from "@/lib/users/user-state";
import { type PeopleSearchParams, peopleSearchParams } from "./search-params";

/** What the list is narrowed to. It lives in the address alone. The list inside is dimmed while another one is fetched. */
export function PeopleFilterBar({ children }: { children: ReactNode }) {
  const t = useTranslations("people");
  const tRoles = useTranslations("roles");
  const [isPending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(peopleSearchParams, { shallow: false, startTransition });
  // Another filter is another list: it begins at its first page.
  const narrow = (change: Partial<PeopleSearchParams>) => setParams({ ...change, after: null });
  const hasFilters = params.q !== "" || params.role.length > 0 || params.state.length > 0;
  return (
    <FilterBar
      label={t("filters.label")}
      search={{
        label: t("filters.search"),
        value: params.q,
        onChange: (q, options) => setParams({ q, after: null }, options),
        className: "w-full min-w-0 sm:w-64",
      }}
      filters={
        <>
          <FilterSelect
            label={t("columns.role")}
            options={ROLES.map((value) => ({ value, label: tRoles(value) }))}
            values={params.role}
            onChange={(role) => narrow({ role })}
          />
          <FilterSelect
            label={t("columns.state")}
            options={USER_STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
            values={params.state}
            onChange={(state) => narrow({ state })}
          />
        </>
      }
      clear={hasFilters ? { label: t("filters.clear"), onPress: () => narrow({ q: "", role: [], state: [] }) } : null}
      isPending={isPending}
    >
      {children}
    </FilterBar>
  );
}
