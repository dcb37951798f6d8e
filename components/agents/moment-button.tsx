"use client";

import { Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { goToMoment } from "@/components/hearing/moments";
import { formatDuration } from "@/components/ui/duration";

/** Moves the player of the page to where an answer rests on the call. */
export function MomentButton({ momentMs }: { momentMs: number }) {
  const t = useTranslations("auditReading");
  const time = formatDuration(momentMs / 1000);
  return (
    <button
      type="button"
      aria-label={t("goTo", { time })}
      onClick={() => goToMoment(momentMs / 1000)}
      className="inline-flex h-6 items-center gap-1 rounded-sm px-1 text-xs text-accent tabular-nums hover:bg-default"
    >
      <Play aria-hidden className="size-3" />
      {time}
    </button>
  );
}
