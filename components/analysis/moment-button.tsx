"use client";

import { Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { goToMoment } from "@/components/hearing/moments";
import { formatDuration } from "@/components/ui/duration";

/** A time of the call that moves its player there. */
export function MomentButton({ startMs }: { startMs: number }) {
  const t = useTranslations("analysis");
  const time = formatDuration(startMs / 1000);
  return (
    <button
      type="button"
      onClick={() => goToMoment(startMs / 1000)}
      aria-label={t("goTo", { time })}
      title={t("goTo", { time })}
      className="inline-flex h-6 shrink-0 items-center gap-1 rounded-sm px-1 text-xs text-muted tabular-nums hover:bg-default hover:text-foreground"
    >
      <Play aria-hidden className="size-3" />
      {time}
    </button>
  );
}
