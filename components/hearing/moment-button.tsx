"use client";

import { Play } from "lucide-react";
import { formatDuration } from "@/components/ui/duration";
import { goToMoment } from "./moments";

type MomentButtonProps = {
  startMs: number;
  /** What it does, in words. */
  label: string;
};

/** A time of the call that moves the player of the page there. */
export function MomentButton({ startMs, label }: MomentButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={() => goToMoment(startMs / 1000)}
      className="inline-flex h-6 shrink-0 items-center gap-1 rounded-sm px-1 text-xs text-accent tabular-nums hover:bg-default"
    >
      <Play aria-hidden className="size-3" />
      {formatDuration(startMs / 1000)}
    </button>
  );
}
