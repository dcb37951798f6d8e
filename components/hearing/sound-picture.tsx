"use client";

import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useEffect, useRef, useState } from "react";
import { formatDuration } from "@/components/ui/duration";
import type { AudioPeaks } from "@/lib/recordings/decoding/audio-inspection";
import type { TranscriptSegment } from "@/lib/transcripts/get-transcript";
import { drawWaveform } from "./draw-waveform";
import type { Hit } from "./find-hits";
import type { Playback } from "./playback";
import { SPEAKER_FILLS } from "./speaker-look";
import { usePlace } from "./use-playback";

const PAGE_SECONDS = 30;

type SoundPictureProps = {
  playback: Playback;
  peaks: AudioPeaks | null;
  /** There will be none. */
  hasNoPeaks: boolean;
  segments: TranscriptSegment[];
  hits: Hit[];
};

/** A call's sound as a picture, who speaks when below it, where a searched text is said on it, and a slider over all to seek. */
export function SoundPicture({ playback, peaks, hasNoPeaks, segments, hits }: SoundPictureProps) {
  const t = useTranslations("hearing.player");
  const { durationSeconds } = playback;
  const share = (seconds: number) => `${durationSeconds > 0 ? (100 * seconds) / durationSeconds : 0}%`;
  return (
    <>
      <div className="relative overflow-hidden rounded-lg border border-border bg-surface-secondary has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
        <div aria-busy={peaks === null && !hasNoPeaks} className="relative h-16">
          {peaks && <Picture playback={playback} durationSeconds={durationSeconds} peaks={peaks} />}
        </div>
        {segments.length > 0 && <Lanes segments={segments} durationSeconds={durationSeconds} />}
        {hits.map(({ segmentIndex, from }) => (
          <span
            key={`${segmentIndex}:${from}`}
            aria-hidden
            className="absolute top-0 h-2 w-0.5 bg-warning"
            style={{ insetInlineStart: share((segments[segmentIndex]?.startMs ?? 0) / 1000) }}
          />
        ))}
        <Needle playback={playback} durationSeconds={durationSeconds} />
        <Slider playback={playback} durationSeconds={durationSeconds} />
      </div>
      {hasNoPeaks && <p className="text-xs text-muted">{t("noWaveform")}</p>}
    </>
  );
}

type PlaceProps = { playback: Playback; durationSeconds: number };

function Needle({ playback, durationSeconds }: PlaceProps) {
  const percent = usePlace(playback, (seconds) => (durationSeconds > 0 ? Math.min(100, (100 * seconds) / durationSeconds) : 0));
  return (
    <div aria-hidden className="pointer-events-none absolute inset-y-0 w-px bg-foreground" style={{ insetInlineStart: `${percent}%` }} />
  );
}

function Slider({ playback, durationSeconds }: PlaceProps) {
  const t = useTranslations("hearing.player");
  // As often as it is worth telling.
  const seconds = usePlace(playback, (at) => Math.round(at * 10) / 10);
  return (
    <input
      type="range"
      min={0}
      max={durationSeconds}
      step={0.1}
      value={seconds}
      onChange={(event) => playback.seek(Number(event.target.value))}
      onKeyDown={(event) => {
        if (event.key !== "PageUp" && event.key !== "PageDown") return;
        event.preventDefault();
        playback.seek(playback.seconds() + (event.key === "PageUp" ? PAGE_SECONDS : -PAGE_SECONDS));
      }}
      aria-label={t("position")}
      aria-valuetext={t("positionOf", { current: formatDuration(seconds), total: formatDuration(durationSeconds) })}
      className="absolute inset-0 size-full cursor-pointer opacity-0"
    />
  );
}

/** A strip for each voice. Drawn as one picture each: a long call has thousands of lines. */
function Lanes({ segments, durationSeconds }: { segments: TranscriptSegment[]; durationSeconds: number }) {
  const speakers = [...new Set(segments.map(({ speaker }) => speaker))].sort((one, other) => one - other);
  return (
    <div aria-hidden className="flex flex-col gap-0.5 pb-1">
      {speakers.map((speaker) => (
        <svg
          key={speaker}
          aria-hidden
          viewBox={`0 0 ${durationSeconds} 1`}
          preserveAspectRatio="none"
          className={`h-1.5 w-full ${SPEAKER_FILLS[speaker % SPEAKER_FILLS.length]}`}
        >
          <path
            d={segments
              .filter((segment) => segment.speaker === speaker)
              .map(({ startMs, endMs }) => `M${startMs / 1000} 0H${endMs / 1000}V1H${startMs / 1000}Z`)
              .join("")}
          />
        </svg>
      ))}
    </div>
  );
}

/** The canvas is drawn anew when its size, the theme or the share that was played changes, bar by bar. */
function Picture({ playback, durationSeconds, peaks }: PlaceProps & { peaks: AudioPeaks }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { resolvedTheme } = useTheme();
  const [width, setWidth] = useState(0);
  const progress = usePlace(playback, (seconds) =>
    durationSeconds > 0 ? Math.floor((seconds / durationSeconds) * (width || 1)) / (width || 1) : 0,
  );

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
