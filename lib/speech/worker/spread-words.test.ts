import { expect, test } from "vitest";
import { spreadWords } from "./spread-words";

test("words follow each other without gaps over the whole span, longer ones for longer", () => {
  const words = spreadWords("  Hola, buenos\ndías ", { start: 10, end: 28 });
  expect(words.map(({ text }) => text)).toEqual(["Hola,", "buenos", "días"]);
  expect(words.map(({ start }) => start)).toEqual([10, 16, 23]);
  expect(words.map(({ end }) => end)).toEqual([16, 23, 28]);
});
