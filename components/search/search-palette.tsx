"use client";

import { Search as SearchIcon, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { Role } from "@/db/enums";
import { SearchList } from "./search-list";
import { type SearchOption, searchOptions } from "./search-options";
import { type Search, useSearch } from "./use-search";

const MAX_TEXT = 200;

type SearchPaletteProps = { role: Role; search: Search; onClose: () => void };

/**
 * Finds pages, campaigns, operators and tasks as one types: a field that keeps the focus and a list that arrows move through. The browser's
 * own dialog gives focus back where it was.
 */
export function SearchPalette({ role, search, onClose }: SearchPaletteProps) {
  const t = useTranslations("search");
  const tNav = useTranslations("nav");
  const tUi = useTranslations("ui");
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState("");
  const [chosenHref, setChosenHref] = useState<string | null>(null);
  const [isEntered, setIsEntered] = useState(false);
  const { results, isSearching, hasFailed, retry } = useSearch(text, search);
  const words = {
    page: (page: Parameters<typeof tNav>[0]) => tNav(page),
    hiddenNumber: t("hiddenNumber"),
    unknownOperator: t("unknownOperator"),
  };
  const options = searchOptions({ role, text, results, words });
  const place = Math.max(
    options.findIndex(({ href }) => href === chosenHref),
    0,
  );
  const active = options[place];
  const optionId = (option: SearchOption) => `${id}-${option.href}`;
  const activeId = active && optionId(active);

  useEffect(() => dialog.current?.showModal(), []);

  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: "nearest" });
  }, [activeId]);

  // Who pressed Enter before the answer was there gets what it begins with.
  useEffect(() => {
    if (!isEntered || isSearching) return;
    setIsEntered(false);
    if (activeId) document.getElementById(activeId)?.click();
  }, [isEntered, isSearching, activeId]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const step = STEPS[event.key];
    if (step) {
      event.preventDefault();
      setChosenHref(options[(place + step + options.length) % options.length]?.href ?? null);
    }
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (isSearching && active?.kind !== "pages") return setIsEntered(true);
    const { ctrlKey, metaKey } = event;
    if (activeId)
      document.getElementById(activeId)?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey }));
  };

  return (
    <dialog
      ref={dialog}
      aria-label={t("label")}
      closedby="any"
      onClose={onClose}
      className="m-0 h-dvh max-h-none w-full max-w-none flex-col bg-overlay text-foreground backdrop:bg-backdrop open:flex sm:mx-auto sm:mt-[12vh] sm:h-auto sm:max-h-[min(34rem,76vh)] sm:w-160 sm:rounded-xl sm:shadow-overlay"
    >
      <div className="flex h-13 shrink-0 items-center gap-2.5 border-b border-separator ps-4 pe-2">
        <SearchIcon aria-hidden className="size-4.5 shrink-0 text-muted" />
        <input
          type="text"
          role="combobox"
          aria-label={t("label")}
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={options.length > 0 ? `${id}-list` : undefined}
          aria-activedescendant={activeId}
          placeholder={t(role === "agent" ? "placeholderOwn" : "placeholder")}
          value={text}
          maxLength={MAX_TEXT}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="go"
          autoFocus
          onChange={(event) => {
            setText(event.target.value);
            setChosenHref(null);
            setIsEntered(false);
          }}
          onKeyDown={onKeyDown}
          className="h-full min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-field-placeholder"
        />
        <button
          type="button"
          aria-label={tUi("close")}
          onClick={() => dialog.current?.close()}
          className="grid size-9 shrink-0 cursor-pointer place-items-center rounded-lg text-muted hover:bg-default hover:text-foreground"
        >
          <X aria-hidden className="size-4.5" />
        </button>
      </div>
      <SearchList
        id={`${id}-list`}
        text={text.trim()}
        options={options}
        active={active}
        optionId={optionId}
        isSearching={isSearching}
        hasFailed={hasFailed}
        onRetry={retry}
        onPoint={setChosenHref}
        onLeave={() => dialog.current?.close()}
      />
    </dialog>
  );
}

const STEPS: Record<string, number | undefined> = { ArrowDown: 1, ArrowUp: -1 };
