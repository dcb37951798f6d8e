import { expect, test } from "vitest";
import { csvCell } from "./csv-cell";

test.each([
  ["=1+1", "'=1+1"],
  ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["-2+3+cmd|' /C calc'!A0", "\"'-2+3+cmd|' /C calc'!A0\""],
  ["+A1", "'+A1"],
  ["+54=1", "'+54=1"],
  ["\t=1", '"\'\t=1"'],
  ["\r=1", '"\'\r=1"'],
  [" =1", '"\' =1"'],
  ["\u200b=1", "'\u200b=1"],
  ["＝1+1", "'＝1+1"],
  ["a;=1+1", '"a;\'=1+1"'],
])("text that a spreadsheet would compute is inert: %j", (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});

test.each(["+5491144445555", "+54 9 11 4444-5555", "08001234", "5491144445555"])("a telephone number stays whole text: %s", (number) => {
  const cell = csvCell(number);
  expect(cell).toBe(`"\t${number}"`);
});

test.each(["0", "62", "-5", "12.50", "-0.25", "1140001234"])("a plain number stays a number: %s", (number) => {
  expect(csvCell(number)).toBe(number);
});

test("quotes, separators and line ends stay inside their cell, and values of other kinds have one form each", () => {
  expect(csvCell('say "hi", Ana')).toBe('"say ""hi"", Ana"');
  expect(csvCell("one\r\ntwo")).toBe('"one\r\ntwo"');
  expect(csvCell("María")).toBe("María");
  expect([csvCell(null), csvCell(undefined), csvCell(""), csvCell(-5), csvCell(true)]).toEqual(["", "", "", "-5", "true"]);
  expect(csvCell(new Date("2026-11-20T15:00:00Z"))).toBe("2026-11-20T15:00:00.000Z");
});
