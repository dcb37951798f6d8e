"use client";

import { Button } from "@heroui/react/button";
import { SearchField } from "@heroui/react/search-field";
import { debounce, type Options } from "nuqs";
import type { ReactNode } from "react";
import { FoldedFilters } from "./folded-filters";

const TYPING_MS = 300;

type FilterBarProps = {
  label: string;
  search: TextFilterProps;
  filters: ReactNode;
  /** Names the button that unfolds the filters where there is little room; without it they always stand there. */
  moreLabel?: string;
  /** What else the list is narrowed to, each to be taken away; never folded, since nothing else says so. */
  chosen?: ReactNode;
  /** Null when there is nothing to clear. */
  clear: { label: string; onPress: () => void } | null;
  isPending: boolean;
  /** The list, which is dimmed while another one is fetched. */
  children: ReactNode;
};

/** A text and the other things that a list is narrowed to, above the list. */
export function FilterBar({ label, search, filters, moreLabel, chosen, clear, isPending, children }: FilterBarProps) {
  return (
    <>
      <search aria-label={label} className="mb-3 flex flex-wrap items-center gap-2">
        <TextFilter {...search} />
        {moreLabel === undefined ? filters : <FoldedFilters moreLabel={moreLabel}>{filters}</FoldedFilters>}
        {chosen && <div className="flex w-full flex-wrap gap-2 empty:hidden lg:contents">{chosen}</div>}
        {clear && (
          <Button variant="ghost" onPress={clear.onPress}>
            {clear.label}
          </Button>
        )}
      </search>
      <div aria-busy={isPending} className="transition-opacity delay-100 aria-busy:opacity-60">
        {children}
      </div>
    </>
  );
}

type TextFilterProps = {
  label: string;
  placeholder?: string;
  value: string;
  /** `options` has the address wait until one stops typing. */
  onChange: (text: string, options: Pick<Options, "limitUrlUpdates">) => void;
  className: string;
};

function TextFilter({ label, placeholder = label, value, onChange, className }: TextFilterProps) {
  const change = (text: string) => onChange(text, { limitUrlUpdates: text === "" ? undefined : debounce(TYPING_MS) });
  return (
    <SearchField aria-label={label} value={value} onChange={change} className={className}>
      <SearchField.Group>
        <SearchField.SearchIcon />
        <SearchField.Input placeholder={placeholder} className="min-w-0" />
        <SearchField.ClearButton />
      </SearchField.Group>
    </SearchField>
  );
}
