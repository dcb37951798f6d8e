import type { Span } from "../speech.ts";
import { SLOTS_PER_SECOND, type SlotPowers } from "./measure-channels.ts";

const FRAME_SLOTS = 3;
const FRAME_SECONDS = FRAME_SLOTS / SLOTS_PER_SECOND;
/** Noise is what the quietest tenth of the three seconds on each side stays under. */
const NOISE_FRAMES = 100;
const NOISE_SHARE = 0.1;
const ABOVE_NOISE_DB = 9;
/** Under this nothing is speech, however quiet the rest. */
const FLOOR_DB = -50;
/** Speech goes on for this long after its last loud frame, and shorter speech than the second figure is a click. */
const HANGOVER_SECONDS = 0.3;
const MIN_SPEECH_SECONDS = 0.2;
const LOWEST_DB = -120;

/**
 * Where it is louder than its surroundings: speech for want of a model that knows what speech is. Steady noise and tones adapt away within
 * three seconds; music and a dog count as speech.
 */
export function findLoudSpans(powers: SlotPowers): Span[] {
  const levels = frameLevels(powers);
  const noise = new SlidingQuantile(levels);
  const spans: Span[] = [];
  let start = -1;
  let lastLoud = -1;
  const end = () => {
    if (start >= 0 && lastLoud - start + 1 >= MIN_SPEECH_SECONDS / FRAME_SECONDS) {
      spans.push({ start: start * FRAME_SECONDS, end: (lastLoud + 1) * FRAME_SECONDS });
    }
    start = -1;
  };
  for (const [frame, level] of levels.entries()) {
    const isLoud = level > FLOOR_DB && level > noise.at(frame) + ABOVE_NOISE_DB;
    if (isLoud) {
      if (start < 0) start = frame;
      lastLoud = frame;
    } else if (start >= 0 && (frame - lastLoud) * FRAME_SECONDS >= HANGOVER_SECONDS) end();
  }
  end();
  return spans;
}

function frameLevels(powers: SlotPowers): Float32Array {
  return Float32Array.from({ length: Math.floor(powers.length / FRAME_SLOTS) }, (_, frame) => {
    let sum = 0;
    for (let slot = frame * FRAME_SLOTS; slot < (frame + 1) * FRAME_SLOTS; slot++) sum += powers[slot] ?? 0;
    return sum > 0 ? Math.max(LOWEST_DB, 10 * Math.log10(sum / FRAME_SLOTS)) : LOWEST_DB;
  });
}

/** The level that a share of the surrounding frames stays under, kept by counting whole decibels. */
class SlidingQuantile {
  private readonly levels: Float32Array;
  private readonly counts = new Uint32Array(1 - LOWEST_DB + 10);
  private from = 0;
  private to = 0;

  constructor(levels: Float32Array) {
    this.levels = levels;
  }

  /** To be asked in order. */
  at(frame: number): number {
    const until = Math.min(this.levels.length, frame + NOISE_FRAMES + 1);
    for (; this.to < until; this.to++) this.count(this.to, 1);
    for (; this.from < frame - NOISE_FRAMES; this.from++) this.count(this.from, -1);
    let left = (this.to - this.from) * NOISE_SHARE;
    for (const [bin, count] of this.counts.entries()) {
      left -= count;
      if (left < 0) return bin + LOWEST_DB;
    }
    return 0;
  }

  private count(frame: number, by: 1 | -1): void {
    const bin = Math.min(this.counts.length - 1, Math.floor((this.levels[frame] ?? LOWEST_DB) - LOWEST_DB));
    this.counts[bin] = (this.counts[bin] ?? 0) + by;
  }
}
