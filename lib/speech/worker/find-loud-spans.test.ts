import { expect, test } from "vitest";
import { findLoudSpans } from "./find-loud-spans";
import type { SlotPowers } from "./measure-channels";

const SECONDS = 20;
const slots = (decibelsAt: (second: number) => number): SlotPowers =>
  Float32Array.from({ length: SECONDS * 100 }, (_, slot) => 10 ** (decibelsAt(slot / 100) / 10));
const ripple = (second: number) => 2 * Math.sin(second * 37);
/** Syllables: four a second, each with a pause after it. */
const syllable = (second: number) => (second * 4) % 1 < 0.8;

test("silence, steady noise and a steady tone are no speech", () => {
  expect(findLoudSpans(new Float32Array(SECONDS * 100))).toEqual([]);
  expect(findLoudSpans(slots((second) => -40 + ripple(second)))).toEqual([]);
  expect(findLoudSpans(slots(() => -20))).toEqual([]);
});

test("speech over noise is found, to a tenth of a second, as one span across its syllables", () => {
  const spans = findLoudSpans(slots((second) => (second >= 5 && second < 8 && syllable(second) ? -22 : -52 + ripple(second))));
  expect(spans).toHaveLength(1);
  expect(spans[0]?.start).toBeCloseTo(5, 1);
  expect(spans[0]?.end).toBeCloseTo(7.95, 1);
});

test("a pause parts two spans, a click is none, and what is quieter than -50 dBFS is nothing", () => {
  const level = (second: number) => {
    if (second >= 12 && second < 12.1) return -10;
    if (second >= 15 && second < 17) return -55;
    return (second >= 2 && second < 4) || (second >= 5 && second < 6) ? -25 : -80;
  };
  expect(findLoudSpans(slots(level)).map(({ start, end }) => [Math.round(start), Math.round(end)])).toEqual([
    [2, 4],
    [5, 6],
  ]);
});
