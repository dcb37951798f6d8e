"use client";

import { Button } from "@heroui/react/button";
import { Download, Pause, Play, RotateCcw, RotateCw, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef } from "react";
import { formatDuration } from "@/components/ui/duration";
import { PLAYBACK_RATES, SKIP_SECONDS, useAudio } from "./use-audio";
import { Waveform } from "./waveform";

type AudioPlayerProps = {
  recordingId: string;
  /** Known from the file, so that the length is right before the browser has read any of it. */
  durationSeconds: number;
};

/** Plays one recording: waveform to seek in, pause, ten seconds either way, half to double speed, all by keyboard too. */
export function AudioPlayer({ recordingId, durationSeconds }: AudioPlayerProps) {
  const t = useTranslations("player");
  const element = useRef<HTMLAudioElement>(null);
  const audio = useAudio(element, durationSeconds);
  const source = `/api/recordings/${recordingId}`;

  const press = (event: KeyboardEvent<HTMLElement>) => {
    const action = KEYS[event.key];
    if (!action || event.altKey || event.ctrlKey || event.metaKey) return;
    // A button's own press, and choosing a speed, keep their meaning.
    if (event.target instanceof HTMLSelectElement || (event.key === " " && event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    action(audio);
  };

  return (
    <section aria-label={t("label")} onKeyDown={press} className="flex flex-col gap-3 p-4" title={t("keys")}>
      {/* Nothing is fetched before it is played: the audit log tells who listened. */}
      {/* biome-ignore lint/a11y/useMediaCaption: a telephone call comes without captions. */}
      <audio ref={element} src={source} preload="none" />
      <Waveform recordingId={recordingId} durationSeconds={durationSeconds} seconds={audio.seconds} onSeek={audio.seek} />
      {audio.hasFailed && (
        <p role="alert" className="flex items-center gap-2 text-danger-soft-foreground">
          <TriangleAlert aria-hidden className="size-4" />
          {t("failed")}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-2 gap-y-3">
        <Button isIconOnly variant="ghost" aria-label={t("back")} onPress={() => audio.seek(audio.seconds - SKIP_SECONDS)}>
          <RotateCcw />
        </Button>
        <Button isIconOnly aria-label={audio.isPlaying ? t("pause") : t("play")} onPress={audio.toggle}>
          {audio.isPlaying ? <Pause /> : <Play />}
        </Button>
        <Button isIconOnly variant="ghost" aria-label={t("forward")} onPress={() => audio.seek(audio.seconds + SKIP_SECONDS)}>
          <RotateCw />
        </Button>
        <span className="mx-1 text-sm tabular-nums">
          {formatDuration(audio.seconds)} <span className="text-muted">/ {formatDuration(durationSeconds)}</span>
        </span>
        <label className="ms-auto flex items-center gap-2 text-muted">
          <span className="max-sm:sr-only">{t("speed")}</span>
          <select
            value={audio.rate}
            onChange={(event) => audio.setRate(Number(event.target.value))}
            className="h-9 rounded-lg border border-field-line bg-field px-2 text-foreground tabular-nums"
          >
            {PLAYBACK_RATES.map((rate) => (
              <option key={rate} value={rate}>
                {rate}×
              </option>
            ))}
          </select>
        </label>
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

type Audio = ReturnType<typeof useAudio>;

const KEYS: Record<string, (audio: Audio) => void> = {
  " ": (audio) => audio.toggle(),
  k: (audio) => audio.toggle(),
  ArrowLeft: (audio) => audio.seek(audio.seconds - SKIP_SECONDS),
  ArrowRight: (audio) => audio.seek(audio.seconds + SKIP_SECONDS),
  j: (audio) => audio.seek(audio.seconds - SKIP_SECONDS),
  l: (audio) => audio.seek(audio.seconds + SKIP_SECONDS),
  "<": (audio) => audio.stepRate(-1),
  ">": (audio) => audio.stepRate(1),
};
