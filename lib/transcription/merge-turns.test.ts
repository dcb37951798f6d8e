import { expect, test } from "vitest";
import { mergeTurns } from "./merge-turns";
import type { RecognizedSegment } from "./providers/recognized";

const said = (channel: number, start: number, end: number, text: string, more: Partial<RecognizedSegment> = {}): RecognizedSegment => ({
  ...{ channel, start, end, text, words: [{ text, start, end }] },
  ...more,
});

test("what one voice says without a rest is one turn, and another voice ends it", () => {
  const { turns, channels } = mergeTurns([
    said(1, 4, 5, "sí"),
    said(0, 0, 1, "hola"),
    said(0, 1.5, 3, "buenos días"),
    said(0, 6, 7, "bien"),
  ]);
  expect(turns.map(({ speaker, text, start, end }) => [speaker, text, start, end])).toEqual([
    [0, "hola buenos días", 0, 3],
    [1, "sí", 4, 5],
    [0, "bien", 6, 7],
  ]);
  expect(turns[0]?.words).toHaveLength(2);
  expect(channels).toEqual([0, 1]);
});

test("a rest of a second and a half, or a minute of talk, begins a new turn", () => {
  expect(mergeTurns([said(0, 0, 1, "a"), said(0, 2.5, 3, "b")]).turns).toHaveLength(2);
  const long = Array.from({ length: 10 }, (_, index) => said(0, index * 10, index * 10 + 9.9, `${index}`));
  expect(mergeTurns(long).turns.map(({ text }) => text)).toEqual(["0 1 2 3 4 5", "6 7 8 9"]);
});

test("what is said at the same time stays side by side, in the order in which it began", () => {
  const { turns } = mergeTurns([said(0, 0, 10, "a long sentence"), said(1, 4, 5, "aha")]);
  expect(turns.map(({ speaker, start }) => [speaker, start])).toEqual([
    [0, 0],
    [1, 4],
  ]);
});

test("voices that a transcriber tells apart on one leg are speakers of their own; words are dropped where some have none", () => {
  const { turns, channels } = mergeTurns([
    said(0, 0, 1, "a", { speaker: 0 }),
    said(0, 1, 2, "b", { speaker: 1 }),
    said(0, 2, 3, "c", { speaker: 1, words: null }),
  ]);
  expect(turns.map(({ speaker, text, words }) => [speaker, text, words !== null])).toEqual([
    [0, "a", true],
    [1, "b c", false],
  ]);
  expect(channels).toEqual([0, 0]);
});

test("silence is no turn", () => {
  expect(mergeTurns([])).toEqual({ turns: [], channels: [] });
});
