import { useSyncExternalStore } from "react";
import type { Playback, PlaybackState } from "./playback";

export function usePlaybackState(playback: Playback): PlaybackState {
  return useSyncExternalStore(playback.subscribe, playback.state, playback.state);
}

/** Something that follows from the place that is played, such as which line is said. Rendered anew only when it changes. */
export function usePlace<Value extends string | number | boolean | null>(playback: Playback, select: (seconds: number) => Value): Value {
  const read = () => select(playback.seconds());
  return useSyncExternalStore(playback.subscribe, read, read);
}
