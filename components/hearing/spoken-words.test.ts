import { expect, test } from "vitest";
import { spokenWords, wordAt } from "./spoken-words";

const line = { startMs: 1_000, endMs: 3_000 };

test("words are found in their text one after the other, whatever stands between them", () => {
  const words = spokenWords({
    ...line,
    text: "No, no. ¿Ya?",
    words: [
      ["no", 1_000, 1_200],
      ["no", 1_300, 1_500],
      ["ya", 2_000, 2_500],
    ],
  });
  expect(words.map(({ from, to, startMs }) => [from, to, startMs])).toEqual([
    [0, 2, 1_000],
    [4, 6, 1_300],
    [9, 11, 2_000],
  ]);
  expect(wordAt(words, 5)?.startMs).toBe(1_300);
  expect(wordAt(words, 8)?.startMs).toBe(1_300);
  expect(wordAt(words, 11)?.startMs).toBe(2_000);
});

test("without words, or with those of another text, the time is spread by length", () => {
  for (const words of [null, [["other", 0, 1] as [string, number, number]]]) {
    const spread = spokenWords({ ...line, text: "ab cd", words });
    expect(spread.map(({ from, startMs, endMs }) => [from, startMs, endMs])).toEqual([
      [0, 1_000, 1_800],
      [3, 2_200, 3_000],
    ]);
  }
  expect(wordAt([], 3)).toBeNull();
});
