"use client";

import { ChevronDown, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";
import { filterTriggerLook } from "@/components/ui/filter-select";
import { useSearchField } from "@/components/ui/use-search-field";
import type { TaskOperator } from "@/lib/tasks/list-task-operators";
import { UNKNOWN_OPERATOR } from "./search-params";

export type SuggestOperators = (text: string) => Promise<TaskOperator[]>;

const loadSearch = () => import("./operator-search");
const OperatorSearch = lazy(async () => ({ default: (await loadSearch()).OperatorSearch }));

type OperatorFilterProps = {
  /** The operators that the address names, as far as the viewer may see them. */
  chosen: TaskOperator[];
  isUnknownChosen: boolean;
  suggest: SuggestOperators;
  onChange: (operators: string[]) => void;
};

/** Narrows the list to operators found by typing, or to tasks of nobody. Chosen ones stand beside it, each with a button that drops it. */
export function OperatorFilter({ chosen, isUnknownChosen, suggest, onChange }: OperatorFilterProps) {
  const t = useTranslations("tasks");
  const search = useSearchField();
  const unknown = { id: UNKNOWN_OPERATOR, name: t("operatorUnknown") };
  const all = isUnknownChosen ? [unknown, ...chosen] : chosen;
  const closed = (
    <button
      ref={search.button}
      type="button"
      aria-haspopup="listbox"
      aria-expanded={false}
      onPointerEnter={loadSearch}
      onFocus={loadSearch}
      onClick={search.open}
      className={filterTriggerLook(false)}
    >
      <span className="min-w-0 flex-1 truncate text-start text-muted">{t("filters.operator")}</span>
      <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
    </button>
  );
  return (
    <>
      {search.isOpen ? (
        <Suspense fallback={closed}>
          <OperatorSearch
            unknown={unknown}
            hiddenIds={all.map(({ id }) => id)}
            suggest={suggest}
            onChoose={(id) => {
              onChange([...all.map((one) => one.id), id]);
              search.goBack();
            }}
            onLeave={search.leave}
            onCancel={search.goBack}
          />
        </Suspense>
      ) : (
        closed
      )}
      {all.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          onClick={() => onChange(all.filter((one) => one.id !== id).map((one) => one.id))}
          aria-label={t("filters.remove", { name })}
          className="inline-flex h-9 max-w-52 cursor-pointer items-center gap-1.5 rounded-lg border border-accent px-2.5 hover:bg-default"
        >
          <span className="truncate">{name}</span>
          <X aria-hidden className="size-3.5 shrink-0" />
        </button>
      ))}
    </>
  );
}
