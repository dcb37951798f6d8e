import { expect, test } from "vitest";
import { withoutLoops } from "./without-loops";

test("a word or a phrase that a decoder repeats without end is left once", () => {
  expect(withoutLoops("en línea y y y y y y y y y será atendida")).toBe("en línea y será atendida");
  expect(withoutLoops(`we will, ${"thank you. ".repeat(9)}`)).toBe("we will, thank you.");
});

test("what people repeat stays", () => {
  for (const text of ["no, no, no, no, no", "a one a two a one a two", "two two three three three four", ""])
    expect(withoutLoops(text)).toBe(text);
});
