"use client";

import { ChevronDown, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useId, useState } from "react";
import { filterTriggerLook } from "@/components/ui/filter-select";
import type { LinkableOperator } from "@/lib/users/list-linkable-operators";

export type SuggestLinkableOperators = (text: string) => Promise<LinkableOperator[]>;

const loadSearch = () => import("./operator-search");
const OperatorSearch = lazy(async () => ({ default: (await loadSearch()).OperatorSearch }));

type OperatorFieldProps = { linked: LinkableOperator | null; suggest: SuggestLinkableOperators; error: string | null };

/** Whose calls are a person's own. Sent as `operator`, empty for nobody's. */
export function OperatorField({ linked, suggest, error }: OperatorFieldProps) {
  const t = useTranslations("people.form");
  const id = useId();
  const [operator, setOperator] = useState(linked);
  const [isSearching, setIsSearching] = useState(false);
  const closed = (
    <button
      type="button"
      aria-haspopup="listbox"
      aria-expanded={false}
      aria-labelledby={`${id}-label ${id}-value`}
      aria-describedby={`${id}-help`}
      onPointerEnter={loadSearch}
      onFocus={loadSearch}
      onClick={() => setIsSearching(true)}
      className={`${filterTriggerLook(false)} w-full sm:w-full sm:max-w-none`}
    >
      <span id={`${id}-value`} className={`min-w-0 flex-1 truncate text-start ${operator ? "" : "text-muted"}`}>
        {operator?.name ?? t("operatorChoose")}
      </span>
      <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
    </button>
  );
  return (
    <div>
      <input type="hidden" name="operator" value={operator?.id ?? ""} />
      <div id={`${id}-label`} className="mb-1 text-sm font-medium">
        {t("operator")}
      </div>
      <div className="flex items-center gap-2">
        <div className="min-w-0 flex-1">
          {isSearching ? (
            <Suspense fallback={closed}>
              <OperatorSearch
                suggest={suggest}
                onChoose={(chosen) => {
                  setOperator(chosen);
                  setIsSearching(false);
                }}
                onLeave={() => setIsSearching(false)}
              />
            </Suspense>
          ) : (
            closed
          )}
        </div>
        {operator && (
          <button
            type="button"
            onClick={() => setOperator(null)}
            aria-label={t("operatorRemove", { name: operator.name })}
            title={t("operatorRemove", { name: operator.name })}
            className="grid size-9 shrink-0 cursor-pointer place-items-center rounded-lg border border-border text-muted hover:text-foreground"
          >
            <X aria-hidden className="size-4" />
          </button>
        )}
      </div>
      <p id={`${id}-help`} className={`mt-1 text-xs ${error === null ? "text-muted" : "text-danger"}`}>
        {error ?? t("operatorHelp")}
      </p>
    </div>
  );
}
