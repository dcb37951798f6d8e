import { type RefObject, useCallback, useEffect, useState } from "react";

export const SKIP_SECONDS = 10;
export const PLAYBACK_RATES = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];

/** What an audio element is doing, and the ways to change it. */
export function useAudio(element: RefObject<HTMLAudioElement | null>, durationSeconds: number) {
  const [seconds, setSeconds] = useState(0);
  const [isPlaying, setIsPlaying] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const [rate, setRateState] = useState(1);

  useEffect(() => {
    const audio = element.current;
    if (!audio) return;
    let frame = 0;
    // The element tells its time four times a second only: too seldom for a line that moves.
    const follow = () => {
      setSeconds(audio.currentTime);
      frame = requestAnimationFrame(follow);
    };
    const onPlay = () => {
      setIsPlaying(true);
      setHasFailed(false);
      cancelAnimationFrame(frame);
      follow();
    };
    const onStop = () => {
      setIsPlaying(false);
      cancelAnimationFrame(frame);
      setSeconds(audio.currentTime);
    };
    const onSeek = () => setSeconds(audio.currentTime);
    const onError = () => {
      onStop();
      setHasFailed(true);
    };
    const listeners = { play: onPlay, pause: onStop, ended: onStop, seeking: onSeek, error: onError };
    for (const [name, listener] of Object.entries(listeners)) audio.addEventListener(name, listener);
    // It may have failed before React woke up.
    if (audio.error) onError();
    return () => {
      cancelAnimationFrame(frame);
      for (const [name, listener] of Object.entries(listeners)) audio.removeEventListener(name, listener);
    };
  }, [element]);

  const toggle = useCallback(() => {
    const audio = element.current;
    if (!audio) return;
    if (!audio.paused) return audio.pause();
    if (audio.error) audio.load();
    // Refusals arrive as the element's own error event as well, which is what shows them.
    audio.play().catch(() => setIsPlaying(false));
  }, [element]);

  const seek = useCallback(
    (target: number) => {
      const audio = element.current;
      if (!audio) return;
      const within = Math.min(Math.max(target, 0), durationSeconds);
      audio.currentTime = within;
      setSeconds(within);
    },
    [element, durationSeconds],
  );

  const setRate = useCallback(
    (target: number) => {
      if (element.current) element.current.playbackRate = target;
      setRateState(target);
    },
    [element],
  );

  const stepRate = (steps: number) => {
    const next = PLAYBACK_RATES[PLAYBACK_RATES.indexOf(rate) + steps];
    if (next) setRate(next);
  };

  return { seconds, isPlaying, hasFailed, rate, toggle, seek, setRate, stepRate };
}
