"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { createPlayback } from "./playback";
import { PlayButtons, PlaybackFailure, SpeedSelect } from "./player-controls";
import { SoundPicture } from "./sound-picture";
import { usePeaks } from "./use-peaks";
import { PLAYER_KEYS } from "./use-shortcuts";

type AudioPlayerProps = {
  /** Which recording it plays, to tell it from the player of the call. */
  label: string;
  recordingId: string;
  /** Known from the file, so that the length is right before the browser has read any of it. */
  durationSeconds: number;
};

/** Plays a recording by itself, without what is said in it: a further one of a call. Its keys count while the focus is in it. */
export function AudioPlayer({ label, recordingId, durationSeconds }: AudioPlayerProps) {
  const t = useTranslations("player");
  const element = useRef<HTMLAudioElement>(null);
  const [playback] = useState(() => createPlayback({ durationSeconds, startAt: 0 }));
  const { peaks, hasFailed: hasNoPeaks } = usePeaks(recordingId);
  const source = `/api/recordings/${recordingId}`;
  useEffect(() => (element.current ? playback.attach(element.current) : undefined), [playback]);

  const press = (event: KeyboardEvent<HTMLElement>) => {
    const action = PLAYER_KEYS[event.key.toLowerCase()];
    if (!action || event.altKey || event.ctrlKey || event.metaKey) return;
    // A button's own press, and choosing a speed, keep their meaning.
    if (event.target instanceof HTMLSelectElement || (event.key === " " && event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    action(playback);
  };

  return (
    <section aria-label={label} onKeyDown={press} className="flex flex-col gap-3 p-4" title={t("keys")}>
      {/* Nothing is fetched before it is played: the audit log tells who listened. */}
      {/* biome-ignore lint/a11y/useMediaCaption: a telephone call comes without captions. */}
      <audio ref={element} src={source} preload="none" />
      <SoundPicture playback={playback} peaks={peaks} hasNoPeaks={hasNoPeaks} segments={[]} hits={[]} />
      <PlaybackFailure playback={playback} />
      <div className="flex flex-wrap items-center gap-x-2 gap-y-3">
        <PlayButtons playback={playback} />
        <span className="ms-auto">
          <SpeedSelect playback={playback} />
        </span>
        <a
          href={source}
          download
          aria-label={t("download")}
          title={t("download")}
          className="grid size-9 place-items-center rounded-lg text-muted hover:bg-default hover:text-foreground"
        >
          <Download aria-hidden className="size-4" />
        </a>
      </div>
    </section>
  );
}
