"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { InertText } from "@/components/ui/inert-text";
import type { BodyView as View } from "@/lib/reception/body/show-body";

/** The beginning of a body, and how many characters it has. */
export type BodyPart = { text: string; totalLength: number };

type BodyViewProps = {
  id: string;
  /** How many characters are fetched at once. */
  partLength: number;
  parts: Record<View, BodyPart>;
};

const VIEWS = ["pretty", "raw"] as const;

/** What arrived, as text and nothing but text. Of a long body the rest is fetched when it is asked for. */
export function BodyView({ id, partLength, parts }: BodyViewProps) {
  const t = useTranslations("reception.body");
  const format = useFormatter();
  const [view, setView] = useState<View>("pretty");
  const [more, setMore] = useState<Record<View, string[]>>({ pretty: [], raw: [] });
  const [hasFailed, setHasFailed] = useState(false);
  const [isLoading, startLoading] = useTransition();
  const { text, totalLength } = parts[view];
  const shownLength = Math.min(totalLength, partLength * (1 + more[view].length));
  const hasViews = parts.pretty.text !== parts.raw.text;

  const load = () =>
    startLoading(async () => {
      const query = new URLSearchParams({ view, offset: String(shownLength), length: String(partLength) });
      const response = await fetch(`/api/deliveries/${id}/body?${query}`).catch(() => null);
      setHasFailed(!response?.ok);
      if (!response?.ok) return;
      const part = await response.text();
      setMore((known) => ({ ...known, [view]: [...known[view], part] }));
    });

  return (
    <div>
      {hasViews && (
        <fieldset className="flex gap-1 px-4 pt-3">
          <legend className="sr-only">{t("view")}</legend>
          {VIEWS.map((one) => (
            <label
              key={one}
              className="cursor-pointer rounded-md px-2 py-1 text-muted hover:text-foreground has-checked:bg-default has-checked:text-foreground has-focus-visible:outline-2 has-focus-visible:outline-focus"
            >
              <input type="radio" name="body-view" checked={view === one} onChange={() => setView(one)} className="sr-only" />
              {t(one)}
            </label>
          ))}
        </fieldset>
      )}
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
        tabIndex={0}
        aria-label={t("title")}
        className="max-h-128 overflow-auto px-4 py-3 font-mono text-xs leading-5"
      >
        {totalLength === 0 ? <span className="text-muted">{t("empty")}</span> : <InertText text={text} />}
        {more[view].map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts only ever follow each other.
          <InertText key={index} text={part} />
        ))}
      </section>
      {shownLength < totalLength && (
        <div className="flex flex-wrap items-center gap-3 border-t border-separator px-4 py-2">
          <button type="button" disabled={isLoading} onClick={load} className="button button--sm button--outline">
            {isLoading ? t("loading") : t("more")}
          </button>
          <span role="status" className="text-xs text-muted tabular-nums">
            {hasFailed ? t("failed") : t("shown", { shown: format.number(shownLength), total: format.number(totalLength) })}
          </span>
        </div>
      )}
    </div>
  );
}
