"use client";

import { Button } from "@heroui/react/button";
import { SearchField } from "@heroui/react/search-field";
import { useTranslations } from "next-intl";
import { debounce, useQueryStates } from "nuqs";
import { type ReactNode, useTransition } from "react";
import { FilterSelect } from "@/components/ui/filter-select";
import { ROLES } from "@/db/enums";
import { USER_STATES } from "@/lib/users/user-state";
import { type PeopleSearchParams, peopleSearchParams } from "./search-params";

const TYPING_MS = 300;

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
    <>
      <search aria-label={t("filters.label")} className="mb-3 flex flex-wrap items-center gap-2">
        <SearchField
          aria-label={t("filters.search")}
          value={params.q}
          onChange={(q) => setParams({ q, after: null }, { limitUrlUpdates: q === "" ? undefined : debounce(TYPING_MS) })}
          className="w-full min-w-0 sm:w-64"
        >
          <SearchField.Group>
            <SearchField.SearchIcon />
            <SearchField.Input placeholder={t("filters.search")} className="min-w-0" />
            <SearchField.ClearButton />
          </SearchField.Group>
        </SearchField>
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
        {hasFilters && (
          <Button variant="ghost" onPress={() => narrow({ q: "", role: [], state: [] })}>
            {t("filters.clear")}
          </Button>
        )}
      </search>
      <div className={isPending ? "opacity-60 transition-opacity" : ""} aria-busy={isPending}>
        {children}
      </div>
    </>
  );
}
