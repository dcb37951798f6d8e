import type { Span } from "../speech.ts";
import { BLOCK_SAMPLES, LegFile } from "./leg-file.ts";
import type { SherpaVad } from "./load-sherpa.ts";
import { SPEECH_RATE_HZ } from "./resampler.ts";

/** Samples that Silero takes at a time at 16 kHz. */
export const VAD_WINDOW_SAMPLES = 512;

const BLOCKS_KEPT = 16;

/** Where somebody speaks in a leg, by the voice activity model. The detector is reset before, so that one serves many legs. */
export async function findSpeech(input: { path: string; vad: SherpaVad; onSamples: (count: number) => void }): Promise<Span[]> {
  const { path, vad, onSamples } = input;
  const file = new LegFile(path);
  const spans: Span[] = [];
  vad.reset();
  for (let start = 0; start < file.sampleCount; start += BLOCK_SAMPLES) {
    const block = file.read(start, BLOCK_SAMPLES);
    for (let at = 0; at < block.length; at += VAD_WINDOW_SAMPLES) {
      vad.acceptWaveform(block.subarray(at, Math.min(block.length, at + VAD_WINDOW_SAMPLES)));
    }
    drain(vad, spans);
    onSamples(block.length);
    // What the native side handed out is given back when the event loop turns, and what lies outside of JavaScript's memory when it is swept.
    await new Promise(setImmediate);
    if ((start / BLOCK_SAMPLES) % BLOCKS_KEPT === 0) globalThis.gc?.();
  }
  vad.flush();
  drain(vad, spans);
  file.close();
  return spans;
}

function drain(vad: SherpaVad, spans: Span[]): void {
  while (!vad.isEmpty()) {
    const { start, samples } = vad.front(false);
    spans.push({ start: start / SPEECH_RATE_HZ, end: (start + samples.length) / SPEECH_RATE_HZ });
    vad.pop();
  }
}
