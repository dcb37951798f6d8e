"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Sentiment } from "@/db/enums";
import { MoodIcon } from "./mood-icon";

/** A line in which somebody is not neutral, and the words that show it. */
export type LineMood = { position: number; sentiment: Sentiment; quote: string };

const MoodsContext = createContext<Map<number, LineMood>>(new Map());

/** Tells the lines of a transcript below which of them are not neutral. */
export function LineMoods({ sentiments, children }: { sentiments: LineMood[]; children: ReactNode }) {
  const moods = useMemo(() => new Map(sentiments.map((mood) => [mood.position, mood])), [sentiments]);
  return <MoodsContext value={moods}>{children}</MoodsContext>;
}

/** The sign of a line in which somebody is not neutral; nothing for the others. */
export function LineMoodSign({ position }: { position: number }) {
  const mood = useContext(MoodsContext).get(position);
  return mood ? <MoodSign mood={mood} /> : null;
}

function MoodSign({ mood: { sentiment, quote } }: { mood: LineMood }) {
  const t = useTranslations("analysis.moods");
  return (
    <span title={`${t(sentiment)}: “${quote}”`} className="flex items-center">
      <MoodIcon sentiment={sentiment} />
      <span className="sr-only">{t(sentiment)}</span>
    </span>
  );
}
