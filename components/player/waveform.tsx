"use client";

import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useEffect, useRef, useState } from "react";
import { formatDuration } from "@/components/ui/duration";
import type { AudioPeaks } from "@/lib/recordings/decoding/audio-inspection";
import { drawWaveform } from "./draw-waveform";
import { usePeaks } from "./use-peaks";

const STEP_SECONDS = 5;

type WaveformProps = {
  recordingId: string;
  durationSeconds: number;
  seconds: number;
  onSeek: (seconds: number) => void;
};

/** A recording's sound as a picture, one band a channel, and a slider on it to seek by pointer or keys. */
export function Waveform({ recordingId, durationSeconds, seconds, onSeek }: WaveformProps) {
  const t = useTranslations("player");
  const { peaks, hasFailed } = usePeaks(recordingId);
  const progress = durationSeconds > 0 ? Math.min(seconds / durationSeconds, 1) : 0;
  return (
    <div>
      <div className="relative h-24 overflow-hidden rounded-lg border border-border bg-surface-secondary has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
        {peaks && <Picture peaks={peaks} progress={progress} />}
        <div
          aria-hidden
          className="pointer-events-none absolute inset-y-0 w-px bg-foreground"
          style={{ insetInlineStart: `${progress * 100}%` }}
        />
        <input
          type="range"
          min={0}
          max={durationSeconds}
          step={0.1}
          value={seconds}
          onChange={(event) => onSeek(Number(event.target.value))}
          onKeyDown={(event) => {
            // The arrows of the whole player skip ten seconds; Home, End and Page keys are the slider's.
            if (event.key === "PageUp" || event.key === "PageDown") {
              event.preventDefault();
              onSeek(seconds + (event.key === "PageUp" ? STEP_SECONDS * 6 : -STEP_SECONDS * 6));
            }
          }}
          aria-label={t("position")}
          aria-valuetext={t("positionOf", { current: formatDuration(seconds), total: formatDuration(durationSeconds) })}
          className="absolute inset-0 size-full cursor-pointer opacity-0"
        />
      </div>
      {hasFailed && <p className="mt-2 text-xs text-muted">{t("noWaveform")}</p>}
    </div>
  );
}

/** The canvas is drawn anew when its size, the theme or the place that is played changes. */
function Picture({ peaks, progress }: { peaks: AudioPeaks; progress: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { resolvedTheme } = useTheme();
  const [width, setWidth] = useState(0);

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the colours that the canvas reads.
  useEffect(() => {
    if (canvas.current && width > 0) drawWaveform({ canvas: canvas.current, peaks, progress });
  }, [peaks, progress, width, resolvedTheme]);

  return <canvas ref={canvas} aria-hidden className="absolute inset-0 size-full" />;
}
