"use client";

import { useTranslations } from "next-intl";
import { MomentButton } from "@/components/hearing/moment-button";
import { goToMoment } from "@/components/hearing/moments";
import { formatDuration } from "@/components/ui/duration";
import type { CallAnalysis } from "@/lib/analysis/get-analysis";

/** The call in sentences. Each leads to the moment that it rests on, and shows what was said there when asked to. */
export function CallSummary({ summary }: { summary: CallAnalysis["summary"] }) {
  const t = useTranslations("analysis");
  if (summary.length === 0) return <p className="text-muted">{t("noSummary")}</p>;
  return (
    <ol className="flex flex-col gap-2">
      {summary.map(({ sentence, quotes }) => {
        const seconds = (quotes[0]?.startMs ?? 0) / 1000;
        return (
          <li key={sentence}>
            <button
              type="button"
              title={t("goTo", { time: formatDuration(seconds) })}
              onClick={() => goToMoment(seconds)}
              className="rounded-sm text-start leading-relaxed wrap-anywhere hover:text-accent hover:underline"
            >
              {sentence}
            </button>
            <details className="text-xs text-muted">
              <summary className="w-fit cursor-pointer rounded-sm py-1">{t("quotes", { count: quotes.length })}</summary>
              <ul className="flex flex-col gap-1 border-s-2 border-separator ps-2">
                {quotes.map(({ position, startMs, text }) => (
                  <li key={`${position} ${text}`} className="flex items-start gap-1">
                    <MomentButton startMs={startMs} label={t("goTo", { time: formatDuration(startMs / 1000) })} />
                    <q className="min-w-0 pt-1 text-foreground wrap-anywhere">{text}</q>
                  </li>
                ))}
              </ul>
            </details>
          </li>
        );
      })}
    </ol>
  );
}
