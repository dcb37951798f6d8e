"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { useSearchOpening } from "./search-launcher";

/** Opens the search, and tells its keys. `isCompact` has room for one word less. */
export function SearchButton({ isCompact = false }: { isCompact?: boolean }) {
  const t = useTranslations("search");
  const { open, prepare } = useSearchOpening();
  const keys = useSearchKeys();
  return (
    <button
      type="button"
      onClick={open}
      onPointerEnter={prepare}
      onFocus={prepare}
      aria-keyshortcuts="Control+K Meta+K"
      aria-haspopup="dialog"
      className={`flex h-9 cursor-pointer items-center gap-2 rounded-lg border border-field-line/60 bg-surface px-2.5 text-muted hover:border-field-line hover:text-foreground ${isCompact ? "ms-auto" : "w-full"}`}
    >
      <Search aria-hidden className="size-4 shrink-0" />
      <span className="flex-1 text-start">{t("open")}</span>
      <kbd aria-hidden className="hidden rounded border border-border bg-background px-1.5 font-sans text-[0.6875rem] leading-4.5 lg:block">
        {keys}
      </kbd>
    </button>
  );
}

/** As the keyboard at hand writes them; the server cannot know. */
function useSearchKeys(): string {
  return useSyncExternalStore(
    () => () => undefined,
    () => (/^(Mac|iP)/.test(navigator.platform) ? "⌘ K" : "Ctrl K"),
    () => "Ctrl K",
  );
}
