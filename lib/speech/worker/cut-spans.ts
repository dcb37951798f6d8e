import type { Span } from "../speech.ts";
import { SLOTS_PER_SECOND, type SlotPowers } from "./measure-channels.ts";

/** First words are clipped with less. */
const PAD_SECONDS = 0.2;
const MAX_SECONDS = 15;
/** No piece of a long span is shorter than this. */
const MIN_PIECE_SECONDS = 1;
const EARLIEST_CUT_SECONDS = 5;
/** A cut falls into the middle of the quietest 200 ms. */
const QUIET_SLOTS = 20;

/**
 * Spans as the recogniser takes them: padded by 0.2 s, never past the middle of a gap or the ends of the file, and none longer than 15 s: a
 * longer one is cut where it is quietest.
 */
export function cutSpans({ spans, powers, durationSeconds }: { spans: Span[]; powers: SlotPowers; durationSeconds: number }): Span[] {
  return spans.flatMap((span, index) => {
    const before = spans[index - 1]?.end;
    const after = spans[index + 1]?.start;
    const start = before === undefined ? 0 : (before + span.start) / 2;
    const end = after === undefined ? durationSeconds : (span.end + after) / 2;
    return cut({ start: Math.max(start, span.start - PAD_SECONDS), end: Math.min(end, span.end + PAD_SECONDS) }, powers);
  });
}

function cut({ start, end }: Span, powers: SlotPowers): Span[] {
  const pieces: Span[] = [];
  let from = start;
  while (end - from > MAX_SECONDS) {
    const at = quietest(powers, from + EARLIEST_CUT_SECONDS, Math.min(from + MAX_SECONDS, end - MIN_PIECE_SECONDS));
    pieces.push({ start: from, end: at });
    from = at;
  }
  return [...pieces, { start: from, end }];
}

function quietest(powers: SlotPowers, from: number, to: number): number {
  const [first, last] = [Math.ceil(from * SLOTS_PER_SECOND), Math.floor(to * SLOTS_PER_SECOND) - QUIET_SLOTS];
  let best = first;
  let bestPower = Number.POSITIVE_INFINITY;
  for (let slot = first; slot <= last; slot++) {
    let power = 0;
    for (let at = slot; at < slot + QUIET_SLOTS; at++) power += powers[at] ?? 0;
    if (power < bestPower) {
      best = slot;
      bestPower = power;
    }
  }
  return (best + QUIET_SLOTS / 2) / SLOTS_PER_SECOND;
}
