import { useEffect, useState } from "react";
import type { AudioPeaks } from "@/lib/recordings/decoding/audio-inspection";

/** The waveform of a recording once it is there; `hasFailed` when there is none to be had. */
export function usePeaks(recordingId: string): { peaks: AudioPeaks | null; hasFailed: boolean } {
  const [state, setState] = useState<{ peaks: AudioPeaks | null; hasFailed: boolean }>({ peaks: null, hasFailed: false });
  useEffect(() => {
    const controller = new AbortController();
    fetchPeaks(recordingId, controller.signal)
      .then((peaks) => setState({ peaks, hasFailed: false }))
      .catch(() => {
        if (!controller.signal.aborted) setState({ peaks: null, hasFailed: true });
      });
    return () => controller.abort();
  }, [recordingId]);
  return state;
}

async function fetchPeaks(recordingId: string, signal: AbortSignal): Promise<AudioPeaks> {
  const response = await fetch(`/api/recordings/${recordingId}/peaks`, { signal });
  if (!response.ok) throw new Error(`The waveform could not be fetched: ${response.status}.`);
  return response.json();
}
