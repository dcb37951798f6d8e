"use client";

import { SlidersHorizontal } from "lucide-react";
import { type ReactNode, useState } from "react";

type FoldedFiltersProps = {
  /** Names the button that unfolds them; on a phone it is an icon. */
  moreLabel: string;
  children: ReactNode;
};

/** Filters that always stand there where there is room, and unfold below the bar where there is little. */
export function FoldedFilters({ moreLabel, children }: FoldedFiltersProps) {
  const [isExpanded, setIsExpanded] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-expanded={isExpanded}
        onClick={() => setIsExpanded(!isExpanded)}
        className="button button--md button--outline lg:hidden"
      >
        <SlidersHorizontal aria-hidden />
        <span className="max-sm:sr-only">{moreLabel}</span>
      </button>
      <div
        className={`${isExpanded ? "grid" : "hidden"} w-full grid-cols-2 gap-2 sm:flex sm:flex-wrap lg:contents ${isExpanded ? "" : "sm:hidden"}`}
      >
        {children}
      </div>
    </>
  );
}
