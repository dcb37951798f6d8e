"use client";

import { useTranslations } from "next-intl";
import { formatDuration } from "@/components/ui/duration";
import type { AudioPeaks } from "@/lib/recordings/decoding/audio-inspection";
import type { TranscriptSegment } from "@/lib/transcripts/get-transcript";
import type { Hit } from "./find-hits";
import { type Silence, secondsSaved } from "./find-silences";
import type { Playback } from "./playback";
import { PlayButtons, PlaybackFailure, SpeedSelect } from "./player-controls";
import { ShortcutsSheet } from "./shortcuts-sheet";
import { SoundPicture } from "./sound-picture";
import { usePlaybackState } from "./use-playback";
import type { Shortcuts } from "./use-shortcuts";

type PlayerDockProps = {
  playback: Playback;
  peaks: AudioPeaks | null;
  hasNoPeaks: boolean;
  silences: Silence[];
  segments: TranscriptSegment[];
  hits: Hit[];
  /** Where hearing went on from the last time; null when it began at the beginning. */
  resumedAt: number | null;
  onRestart: () => void;
  shortcuts: Shortcuts;
  isAudited: boolean;
};

/** The player, at the foot of the window while the call is read. */
export function PlayerDock(props: PlayerDockProps) {
  const { playback, peaks, hasNoPeaks, silences, segments, hits, resumedAt, onRestart, shortcuts, isAudited } = props;
  const t = useTranslations("hearing.player");
  const { isSkippingSilence } = usePlaybackState(playback);
  const saved = secondsSaved(silences);
  return (
    <section
      aria-label={t("label")}
      className="sticky bottom-0 z-20 mt-3 flex flex-col gap-2 rounded-t-lg border border-b-0 border-border bg-surface p-3 shadow-overlay"
    >
      <SoundPicture playback={playback} peaks={peaks} hasNoPeaks={hasNoPeaks} segments={segments} hits={hits} />
      <PlaybackFailure playback={playback} />
      <div className="flex flex-wrap items-center gap-x-2 gap-y-2">
        <PlayButtons playback={playback} />
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
        <SpeedSelect playback={playback} />
        <ShortcutsSheet shortcuts={shortcuts} isAudited={isAudited} />
      </div>
    </section>
  );
}
