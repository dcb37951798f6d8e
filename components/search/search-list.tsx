"use client";

import { RotateCw, SearchX, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { SearchLine } from "./search-line";
import type { SearchOption } from "./search-options";

type SearchListProps = {
  id: string;
  text: string;
  options: SearchOption[];
  active: SearchOption | undefined;
  optionId: (option: SearchOption) => string;
  isSearching: boolean;
  hasFailed: boolean;
  onRetry: () => void;
  onPoint: (href: string) => void;
  onLeave: () => void;
};

/** What was found, by kind, and how the search stands: for eyes and for ears. */
export function SearchList(props: SearchListProps) {
  const { id, text, options, active, optionId, isSearching, hasFailed, onRetry, onPoint, onLeave } = props;
  const t = useTranslations("search");
  const tUi = useTranslations("ui");
  const groups = Map.groupBy(options, ({ kind }) => kind);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {options.length > 0 && (
        <div
          id={id}
          role="listbox"
          aria-label={t("results")}
          aria-busy={isSearching}
          className="min-h-0 overflow-y-auto overscroll-contain p-2"
        >
          {[...groups].map(([kind, found]) => (
            // biome-ignore lint/a11y/useSemanticElements: a list box may hold groups of options, which a fieldset is not.
            <div key={kind} role="group" aria-labelledby={`${id}-${kind}`} className="mb-1 last:mb-0">
              <div id={`${id}-${kind}`} role="presentation" className="px-2.5 pt-1.5 pb-1 text-xs font-semibold text-muted">
                {t(`groups.${kind}`)}
              </div>
              {found.map((option) => (
                <SearchLine
                  key={option.href}
                  id={optionId(option)}
                  option={option}
                  isActive={option === active}
                  isStale={isSearching && kind !== "pages"}
                  onPoint={() => onPoint(option.href)}
                  onLeave={onLeave}
                />
              ))}
            </div>
          ))}
        </div>
      )}
      {options.length === 0 && !isSearching && !hasFailed && (
        <EmptyState icon={SearchX} title={t("nothing", { text })} description={t("nothingHint")} />
      )}
      {hasFailed && (
        <div role="alert">
          <EmptyState
            icon={TriangleAlert}
            title={t("failed")}
            description={t("failedHint")}
            action={
              <button type="button" onClick={onRetry} className="button button--sm button--primary">
                <RotateCw aria-hidden />
                {tUi("retry")}
              </button>
            }
          />
        </div>
      )}
      <div className="mt-auto flex h-9 shrink-0 items-center justify-between gap-4 border-t border-separator px-4 text-xs text-muted">
        <p role="status">{isSearching ? t("searching") : text !== "" && !hasFailed && t("count", { count: options.length })}</p>
        <p aria-hidden className="hidden gap-4 sm:flex">
          <KeyHint keys="↑ ↓">{t("move")}</KeyHint>
          <KeyHint keys="↵">{t("choose")}</KeyHint>
          <KeyHint keys="Esc">{t("leave")}</KeyHint>
        </p>
      </div>
    </div>
  );
}

function KeyHint({ keys, children }: { keys: string; children: string }) {
  return (
    <span className="flex items-center gap-1.5">
      <kbd className="rounded border border-border bg-surface-secondary px-1.5 font-sans leading-4.5">{keys}</kbd>
      {children}
    </span>
  );
}
