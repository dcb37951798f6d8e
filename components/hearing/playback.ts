import type { Silence } from "./find-silences";

export const SKIP_SECONDS = 10;
export const PLAYBACK_RATES: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];

/** What changes seldom; the place changes with every frame and is asked for by itself. */
export type PlaybackState = { isPlaying: boolean; hasFailed: boolean; rate: number; isSkippingSilence: boolean };

/** Kept before what is said after a skipped silence, so that its beginning is heard. */
const LEAD_SECONDS = 0.2;

export type Playback = ReturnType<typeof createPlayback>;

/** One recording being played: its place and state for whoever subscribes, and the ways to change them. `attach` gives it its audio element. */
export function createPlayback({ durationSeconds, startAt }: { durationSeconds: number; startAt: number }) {
  let audio: HTMLAudioElement | null = null;
  let seconds = startAt;
  // Whether the element was brought to the place. Until then its own time is 0, also when it has sound already and has not told yet.
  let isPlaced = false;
  let frame = 0;
  let silences: Silence[] = [];
  let state: PlaybackState = { isPlaying: false, hasFailed: false, rate: 1, isSkippingSilence: false };
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const set = (change: Partial<PlaybackState>) => {
    state = { ...state, ...change };
    tell();
  };
  const within = (target: number) => Math.min(Math.max(target, 0), durationSeconds);
  const moveTo = (target: number) => {
    seconds = within(target);
    tell();
  };

  const keepUp = () => {
    if (!audio || !isPlaced) return;
    const silence = state.isSkippingSilence && !audio.paused ? silenceAt(silences, audio.currentTime) : null;
    if (silence) audio.currentTime = silence.end - LEAD_SECONDS;
    moveTo(audio.currentTime);
  };
  // The element tells its time four times a second only: too seldom for a line that moves.
  const follow = () => {
    keepUp();
    frame = requestAnimationFrame(follow);
  };

  const playback = {
    durationSeconds,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    seconds: () => seconds,
    state: () => state,
    attach(element: HTMLAudioElement): () => void {
      audio = element;
      const stop = () => {
        cancelAnimationFrame(frame);
        set({ isPlaying: false });
      };
      const on = {
        play: () => {
          cancelAnimationFrame(frame);
          set({ isPlaying: true, hasFailed: false });
          follow();
        },
        pause: () => {
          stop();
          keepUp();
        },
        ended: stop,
        seeking: () => isPlaced && moveTo(element.currentTime),
        // Frames are drawn only where somebody looks, and a call is heard while one looks at another page.
        timeupdate: keepUp,
        error: () => {
          stop();
          set({ hasFailed: true });
        },
        // Nothing is fetched before it is played, so that the place to begin at is told once there is something.
        loadedmetadata: () => {
          isPlaced = true;
          if (Math.abs(element.currentTime - seconds) > 0.05) element.currentTime = seconds;
          element.playbackRate = state.rate;
        },
      };
      isPlaced = element.readyState > 0;
      for (const [name, listener] of Object.entries(on)) element.addEventListener(name, listener);
      // It may have failed before React woke up.
      if (element.error) on.error();
      return () => {
        cancelAnimationFrame(frame);
        for (const [name, listener] of Object.entries(on)) element.removeEventListener(name, listener);
        audio = null;
      };
    },
    toggle(): void {
      if (!audio) return;
      // One that failed while it played was never paused.
      if (!audio.paused && !audio.error) {
        audio.pause();
        return;
      }
      if (audio.error) {
        isPlaced = false;
        audio.load();
      }
      // Refusals arrive as the element's own error event as well, which is what shows them.
      audio.play().catch(() => set({ isPlaying: false }));
    },
    seek(target: number): void {
      seconds = within(target);
      // Before anything is drawn: the browser fetches the sound meanwhile.
      if (audio && isPlaced) audio.currentTime = seconds;
      tell();
    },
    /** Calls `listener` once there is sound at the place that is gone to, at once where nobody goes anywhere. Returns the way to stop. */
    onSought(listener: () => void): () => void {
      const element = audio;
      if (!element?.seeking) {
        listener();
        return () => undefined;
      }
      element.addEventListener("seeked", listener, { once: true });
      return () => element.removeEventListener("seeked", listener);
    },
    setRate(rate: number): void {
      if (audio) audio.playbackRate = rate;
      set({ rate });
    },
    stepRate(steps: number): void {
      const next = PLAYBACK_RATES[PLAYBACK_RATES.indexOf(state.rate) + steps];
      if (next) playback.setRate(next);
    },
    setSilences(found: Silence[]): void {
      silences = found;
    },
    setSkippingSilence(isSkippingSilence: boolean): void {
      set({ isSkippingSilence });
    },
  };
  return playback;
}

function silenceAt(silences: Silence[], seconds: number): Silence | null {
  return silences.find(({ start, end }) => seconds >= start && seconds < end - 2 * LEAD_SECONDS) ?? null;
}
