import type { LaneMeasures, Span, SpeechMeasures } from "../speech.ts";
import { SLOTS_PER_SECOND, type SlotPowers } from "./measure-channels.ts";

type Lane = { channel: number; spans: Span[]; powers: SlotPowers };

const SILENCE_SECONDS = 0.3;
/** Speech with shorter gaps is one monologue, and is ended by speech of the other side that is longer than the second figure. */
const MONOLOGUE_GAP_SECONDS = 1.5;
const BREAKING_SECONDS = 1;
/** An interruption begins when the other side has been talking for this long, and goes on for longer than the second figure. */
const TALKING_SECONDS = 0.5;
const GOES_ON_SECONDS = 0.7;
/** A breath: who speaks on after it has not begun anew. */
const BREATH_SECONDS = 0.5;

/** What the spans of speech of one or two sides say of a call. Spans are in order and as they were found: neither padded nor cut. */
export function measureSpeech({ durationSeconds, lanes }: { durationSeconds: number; lanes: Lane[] }): SpeechMeasures {
  const share = (seconds: number) => (durationSeconds > 0 ? Math.min(1, seconds / durationSeconds) : 0);
  const anybody = join(
    lanes.flatMap(({ spans }) => spans).toSorted((one, other) => one.start - other.start),
    0,
  );
  const silences = gapsOf(anybody, durationSeconds).filter((gap) => lengthOf(gap) > SILENCE_SECONDS);
  const silenceSeconds = total(silences);
  const talkSeconds = lanes.map(({ spans }) => total(join(spans, 0)));
  return {
    lanes: lanes.map((lane, index): LaneMeasures => {
      const others = lanes.find((other) => other !== lane)?.spans ?? [];
      return {
        channel: lane.channel,
        talkSeconds: talkSeconds[index] ?? 0,
        talkRatio: share(talkSeconds[index] ?? 0),
        longestMonologueSeconds: longestMonologue(lane.spans, others),
        interruptionCount: countInterruptions(lane.spans, others),
        loudnessDb: loudness(lane),
      };
    }),
    silenceSeconds,
    silenceRatio: share(silenceSeconds),
    longestSilenceSeconds: Math.max(0, ...silences.map(lengthOf)),
    crossTalkSeconds: Math.max(0, talkSeconds.reduce((sum, seconds) => sum + seconds, 0) - total(anybody)),
  };
}

/** From the first to the last word with no long pause between, less what lies under long speech of the other side. */
function longestMonologue(spans: Span[], others: Span[]): number {
  const breaks = join(others, 0).filter((span) => lengthOf(span) > BREAKING_SECONDS);
  const isBroken = (from: number, to: number) => breaks.some(({ start, end }) => start < to && end > from);
  let current: Span = { start: 0, end: 0 };
  let longest = 0;
  for (const piece of join(spans, 0).flatMap((span) => subtract(span, breaks))) {
    const goesOn = piece.start - current.end < MONOLOGUE_GAP_SECONDS && !isBroken(current.end, piece.start);
    current = goesOn && longest > 0 ? { start: current.start, end: piece.end } : piece;
    longest = Math.max(longest, lengthOf(current));
  }
  return longest;
}

function countInterruptions(spans: Span[], others: Span[]): number {
  const talking = join(others, BREATH_SECONDS);
  return join(spans, BREATH_SECONDS).filter(
    (span) =>
      lengthOf(span) > GOES_ON_SECONDS && talking.some(({ start, end }) => start + TALKING_SECONDS < span.start && span.start < end),
  ).length;
}

function loudness({ spans, powers }: Lane): number | null {
  let sum = 0;
  let count = 0;
  for (const { start, end } of spans) {
    for (let slot = Math.floor(start * SLOTS_PER_SECOND); slot < Math.min(powers.length, end * SLOTS_PER_SECOND); slot++) {
      sum += powers[slot] ?? 0;
      count++;
    }
  }
  return sum > 0 ? 10 * Math.log10(sum / count) : null;
}

/** Joins spans in order whose gap is not longer than `gap`. */
function join(spans: Span[], gap: number): Span[] {
  const joined: Span[] = [];
  for (const { start, end } of spans) {
    const last = joined.at(-1);
    if (last && start - last.end <= gap) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

function subtract(span: Span, breaks: Span[]): Span[] {
  const pieces: Span[] = [];
  let from = span.start;
  for (const { start, end } of breaks) {
    if (end <= from || start >= span.end) continue;
    if (start > from) pieces.push({ start: from, end: start });
    from = end;
  }
  return from < span.end ? [...pieces, { start: from, end: span.end }] : pieces;
}

function gapsOf(spans: Span[], durationSeconds: number): Span[] {
  const starts = [0, ...spans.map(({ end }) => end)];
  const ends = [...spans.map(({ start }) => start), durationSeconds];
  return starts.map((start, index) => ({ start, end: ends[index] ?? durationSeconds }));
}

function total(spans: Span[]): number {
  return spans.reduce((sum, span) => sum + lengthOf(span), 0);
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
