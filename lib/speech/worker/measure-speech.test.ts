import { expect, test } from "vitest";
import type { Span } from "../speech";
import { measureSpeech } from "./measure-speech";

const at = (...pairs: [number, number][]): Span[] => pairs.map(([start, end]) => ({ start, end }));
const POWERS = new Float32Array(6_000).fill(0.01);

function measure(durationSeconds: number, ...lanes: Span[][]) {
  return measureSpeech({ durationSeconds, lanes: lanes.map((spans, channel) => ({ channel, spans, powers: POWERS })) });
}

test("talk, silence and cross-talk add up to the call", () => {
  const measures = measure(60, at([0, 10], [20, 30]), at([9, 20.2], [40, 50]));
  expect(measures.lanes.map(({ talkSeconds }) => talkSeconds)).toEqual([20, expect.closeTo(21.2)]);
  expect(measures.lanes.map(({ talkRatio }) => talkRatio)).toEqual([expect.closeTo(1 / 3), expect.closeTo(21.2 / 60)]);
  expect(measures.crossTalkSeconds).toBeCloseTo(1.2);
  expect(measures.silenceSeconds).toBeCloseTo(20);
  expect(measures.silenceRatio).toBeCloseTo(1 / 3);
  expect(measures.longestSilenceSeconds).toBeCloseTo(10);
});

test("a gap of 0.3 s is no silence, and the time before the first and after the last word is", () => {
  expect(measure(10, at([1, 4], [4.3, 9]))).toMatchObject({ silenceSeconds: 2, longestSilenceSeconds: 1 });
  expect(measure(10, at([0, 4], [4.31, 10])).silenceSeconds).toBeCloseTo(0.31);
});

test("a monologue goes on over gaps under 1.5 s and over a short word of the other side", () => {
  const [lane] = measure(40, at([0, 5], [6, 10], [12, 14]), at([4, 5])).lanes;
  expect(lane?.longestMonologueSeconds).toBe(10);
});

test("speech of the other side that is longer than a second ends a monologue, in a gap as much as in its midst", () => {
  expect(measure(40, at([0, 5], [6.2, 10]), at([5, 6.1])).lanes[0]?.longestMonologueSeconds).toBe(5);
  expect(measure(40, at([0, 20]), at([12, 14])).lanes[0]?.longestMonologueSeconds).toBe(12);
});

test("who begins while the other has been talking for half a second and goes on interrupts", () => {
  const count = (own: Span[], other: Span[]) => measure(40, own, other).lanes[0]?.interruptionCount;
  expect(count(at([3, 5]), at([0, 4]))).toBe(1);
  expect(count(at([3, 3.65]), at([0, 4]))).toBe(0);
  expect(count(at([0.5, 5]), at([0, 4]))).toBe(0);
  expect(count(at([4, 6]), at([0, 4]))).toBe(0);
  expect(count(at([3, 5]), at([0, 2.9]))).toBe(0);
});

test("breathing while both talk is not beginning anew", () => {
  expect(measure(40, at([1, 3], [3.4, 6]), at([2, 9])).lanes.map((lane) => lane.interruptionCount)).toEqual([0, 1]);
});

test("one lane has no interruptions and no cross-talk; loudness is that of the speech, and none where nobody speaks", () => {
  const powers = new Float32Array(1_000).fill(0.01, 100, 200);
  const [lane] = measureSpeech({ durationSeconds: 10, lanes: [{ channel: 0, spans: at([1, 2]), powers }] }).lanes;
  expect(lane).toMatchObject({ interruptionCount: 0, loudnessDb: expect.closeTo(-20) });
  const silent = measure(10, []);
  expect(silent).toMatchObject({ crossTalkSeconds: 0, silenceSeconds: 10, silenceRatio: 1, longestSilenceSeconds: 10 });
  expect(silent.lanes[0]).toMatchObject({ talkSeconds: 0, longestMonologueSeconds: 0, loudnessDb: null });
});
