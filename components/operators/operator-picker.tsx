"use client";

import { ChevronDown } from "lucide-react";
import { lazy, Suspense, useId } from "react";
import { filterTriggerLook } from "@/components/ui/filter-select";
import { useSearchField } from "@/components/ui/use-search-field";

export type PickedOperator = { id: string; name: string };
export type SuggestPickedOperators = (text: string) => Promise<PickedOperator[]>;
export type OperatorPickerWords = { label: string; choose: string; noneFound: string };

const loadSearch = () => import("./operator-picker-search");
const OperatorPickerSearch = lazy(async () => ({ default: (await loadSearch()).OperatorPickerSearch }));

type OperatorPickerProps = {
  words: OperatorPickerWords;
  /** The element that names it, and the one that helps. */
  labelId: string;
  helpId: string | undefined;
  operator: PickedOperator | null;
  suggest: SuggestPickedOperators;
  onChoose: (operator: PickedOperator) => void;
};

/** Picks one operator of many. What opens is loaded as one reaches for it. */
export function OperatorPicker({ words, labelId, helpId, operator, suggest, onChoose }: OperatorPickerProps) {
  const id = useId();
  const search = useSearchField();
  const closed = (
    <button
      ref={search.button}
      type="button"
      aria-haspopup="listbox"
      aria-expanded={false}
      aria-labelledby={`${labelId} ${id}`}
      aria-describedby={helpId}
      onPointerEnter={loadSearch}
      onFocus={loadSearch}
      onClick={search.open}
      className={`${filterTriggerLook(false)} w-full sm:w-full sm:max-w-none`}
    >
      <span id={id} className={`min-w-0 flex-1 truncate text-start ${operator ? "" : "text-muted"}`}>
        {operator?.name ?? words.choose}
      </span>
      <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
    </button>
  );
  if (!search.isOpen) return closed;
  return (
    <Suspense fallback={closed}>
      <OperatorPickerSearch
        words={words}
        suggest={suggest}
        onChoose={(chosen) => {
          onChoose(chosen);
          search.goBack();
        }}
        onLeave={search.leave}
        onCancel={search.goBack}
      />
    </Suspense>
  );
}
