"use client";

import { Button } from "@heroui/react/button";
import { Pause, Play, RotateCcw, RotateCw, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatDuration } from "@/components/ui/duration";
import type { AudioPeaks } from "@/lib/recordings/decoding/audio-inspection";
import type { TranscriptSegment } from "@/lib/transcripts/get-transcript";
import type { Hit } from "./find-hits";
import { type Silence, secondsSaved } from "./find-silences";
import { PLAYBACK_RATES, type Playback, SKIP_SECONDS } from "./playback";
import { ShortcutsSheet } from "./shortcuts-sheet";
import { SoundPicture } from "./sound-picture";
import { usePlace, usePlaybackState } from "./use-playback";
import type { Shortcuts } from "./use-shortcuts";

type PlayerDockProps = {
  playback: Playback;
  durationSeconds: number;
  peaks: AudioPeaks | null;
  hasNoPeaks: boolean;
  silences: Silence[];
  segments: TranscriptSegment[];
  hits: Hit[];
  /** Where hearing went on from the last time; null when it began at the beginning. */
  resumedAt: number | null;
  onRestart: () => void;
  shortcuts: Shortcuts;
};

/** The player, at the foot of the window while the call is read. */
export function PlayerDock(props: PlayerDockProps) {
  const { playback, durationSeconds, peaks, hasNoPeaks, silences, segments, hits, resumedAt, onRestart, shortcuts } = props;
  const t = useTranslations("hearing.player");
  const { isPlaying, hasFailed, rate, isSkippingSilence } = usePlaybackState(playback);
  const saved = secondsSaved(silences);
  return (
    <section
      aria-label={t("label")}
      className="sticky bottom-0 z-20 mt-3 flex flex-col gap-2 rounded-t-lg border border-b-0 border-border bg-surface p-3 shadow-overlay"
    >
      <SoundPicture playback={playback} durationSeconds={durationSeconds} peaks={peaks} segments={segments} hits={hits} />
      {hasNoPeaks && <p className="text-xs text-muted">{t("noWaveform")}</p>}
      {hasFailed && (
        <p role="alert" className="flex items-center gap-2 text-danger-soft-foreground">
          <TriangleAlert aria-hidden className="size-4" />
          {t("failed")}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-2 gap-y-2">
        <Button isIconOnly variant="ghost" aria-label={t("back")} onPress={() => playback.seek(playback.seconds() - SKIP_SECONDS)}>
          <RotateCcw />
        </Button>
        <Button isIconOnly aria-label={isPlaying ? t("pause") : t("play")} onPress={() => playback.toggle()}>
          {isPlaying ? <Pause /> : <Play />}
        </Button>
        <Button isIconOnly variant="ghost" aria-label={t("forward")} onPress={() => playback.seek(playback.seconds() + SKIP_SECONDS)}>
          <RotateCw />
        </Button>
        <Clock playback={playback} durationSeconds={durationSeconds} />
        {resumedAt !== null && (
          <span className="text-xs text-muted">
            {t("resumed", { time: formatDuration(resumedAt) })}{" "}
            <button type="button" onClick={onRestart} className="rounded-sm text-accent hover:underline">
              {t("restart")}
            </button>
          </span>
        )}
        <label className="ms-auto flex items-center gap-1.5 text-sm">
          <input
            type="checkbox"
            checked={isSkippingSilence}
            disabled={saved === 0}
            onChange={(event) => playback.setSkippingSilence(event.target.checked)}
            className="size-4 accent-accent"
          />
          {t("skipSilence")}
          {saved > 0 && <span className="text-xs text-muted tabular-nums">{t("saves", { time: formatDuration(saved) })}</span>}
        </label>
        <label className="flex items-center gap-2 text-muted">
          <span className="sr-only">{t("speed")}</span>
          <select
            value={rate}
            onChange={(event) => playback.setRate(Number(event.target.value))}
            className="h-9 rounded-lg border border-field-line bg-field px-2 text-foreground tabular-nums"
          >
            {PLAYBACK_RATES.map((one) => (
              <option key={one} value={one}>
                {one}×
              </option>
            ))}
          </select>
        </label>
        <ShortcutsSheet shortcuts={shortcuts} />
      </div>
    </section>
  );
}

function Clock({ playback, durationSeconds }: { playback: Playback; durationSeconds: number }) {
  const shown = usePlace(playback, (seconds) => formatDuration(seconds));
  return (
    <span className="mx-1 text-sm tabular-nums">
      {shown} <span className="text-muted">/ {formatDuration(durationSeconds)}</span>
    </span>
  );
}
