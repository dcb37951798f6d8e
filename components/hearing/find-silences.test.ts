import { expect, test } from "vitest";
import { findSilences, secondsSaved } from "./find-silences";

const peaks = (channels: number[][], bucketSeconds = 0.5) => ({
  ...{ version: 1 as const, bucketSeconds, durationSeconds: 0 },
  channels: channels.map((levels) => levels.flatMap((level) => [-level, level])),
});

test("a silence is where every channel is quiet for a second at least", () => {
  const silences = findSilences(
    peaks([
      [100, 2, 2, 2, 100, 1, 80, 2, 2],
      [0, 0, 0, 0, 0, 0, 0, 0, 60],
    ]),
  );
  expect(silences).toEqual([{ start: 0.5, end: 2 }]);
  expect(secondsSaved(silences)).toBe(1.5);
});

test("the hiss of a line is silence beside somebody who speaks, and the end of a recording ends a silence", () => {
  expect(findSilences(peaks([[120, 7, 7, 7]]))).toEqual([{ start: 0.5, end: 2 }]);
  expect(findSilences(peaks([[20, 7, 7, 7]]))).toEqual([]);
});

test("nothing recorded has no silences", () => {
  expect(findSilences(peaks([]))).toEqual([]);
  expect(findSilences(peaks([[]]))).toEqual([]);
});
