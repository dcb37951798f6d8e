import { Frown, Meh, Smile } from "lucide-react";
import type { Sentiment } from "@/db/enums";

const ICONS = { positive: Smile, neutral: Meh, negative: Frown };
const COLOURS: Record<Sentiment, string> = {
  positive: "text-success-soft-foreground",
  neutral: "text-muted",
  negative: "text-danger-soft-foreground",
};

/** A face for a mood; its colour says nothing that its mouth does not. */
export function MoodIcon({ sentiment }: { sentiment: Sentiment }) {
  const Icon = ICONS[sentiment];
  return <Icon aria-hidden className={`size-4 shrink-0 ${COLOURS[sentiment]}`} />;
}
