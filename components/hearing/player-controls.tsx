"use client";

import { Button } from "@heroui/react/button";
import { Pause, Play, RotateCcw, RotateCw, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { formatDuration } from "@/components/ui/duration";
import { PLAYBACK_RATES, type Playback, SKIP_SECONDS } from "./playback";
import { usePlace, usePlaybackState } from "./use-playback";

type ControlProps = { playback: Playback };

/** That the recording can't be played; nothing while it can. */
export function PlaybackFailure({ playback }: ControlProps) {
  const t = useTranslations("hearing.player");
  if (!usePlaybackState(playback).hasFailed) return null;
  return (
    <p role="alert" className="flex items-center gap-2 text-danger-soft-foreground">
      <TriangleAlert aria-hidden className="size-4" />
      {t("failed")}
    </p>
  );
}

/** Ten seconds back, play or pause, ten seconds forward, and the place. */
export function PlayButtons({ playback }: ControlProps) {
  const t = useTranslations("hearing.player");
  const { isPlaying } = usePlaybackState(playback);
  const place = usePlace(playback, (seconds) => formatDuration(seconds));
  return (
    <>
      <Button isIconOnly variant="ghost" aria-label={t("back")} onPress={() => playback.seek(playback.seconds() - SKIP_SECONDS)}>
        <RotateCcw />
      </Button>
      <Button isIconOnly aria-label={isPlaying ? t("pause") : t("play")} onPress={() => playback.toggle()}>
        {isPlaying ? <Pause /> : <Play />}
      </Button>
      <Button isIconOnly variant="ghost" aria-label={t("forward")} onPress={() => playback.seek(playback.seconds() + SKIP_SECONDS)}>
        <RotateCw />
      </Button>
      <span className="mx-1 text-sm tabular-nums">
        {place} <span className="text-muted">/ {formatDuration(playback.durationSeconds)}</span>
      </span>
    </>
  );
}

/** How fast it is played. */
export function SpeedSelect({ playback }: ControlProps) {
  const t = useTranslations("hearing.player");
  const { rate } = usePlaybackState(playback);
  return (
    <select
      aria-label={t("speed")}
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
  );
}
