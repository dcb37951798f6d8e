import { expect, test } from "vitest";
import { krippendorffAlpha, pairAgreement } from "./krippendorff-alpha";

/** Units of how often each value stands in a column; rows are observers, a point is nothing said. */
function unitsOf(rows: string[], values: string): number[][] {
  return Array.from({ length: rows[0]?.length ?? 0 }, (_, unit) =>
    [...values].map((value) => rows.filter((row) => row[unit] === value).length),
  );
}

test("alpha is what Krippendorff (2011) works out for his two examples of nominal data", () => {
  expect(krippendorffAlpha(unitsOf(["0100000010", "1110010000"], "01"))).toBeCloseTo(0.095, 3);
  const fourObservers = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."];
  expect(krippendorffAlpha(unitsOf(fourObservers, "12345"))).toBeCloseTo(0.743, 3);
});

test("always the same is 1 and never the same is less than 0; what cannot differ is not defined", () => {
  expect(
    krippendorffAlpha([
      [2, 0],
      [0, 2],
      [3, 0],
    ]),
  ).toBe(1);
  expect(
    krippendorffAlpha([
      [1, 1],
      [1, 1],
    ]),
  ).toBeLessThan(0);
  expect(
    krippendorffAlpha([
      [2, 0],
      [3, 0],
    ]),
  ).toBeNull();
  expect(
    krippendorffAlpha([
      [1, 0],
      [0, 1],
    ]),
  ).toBeNull();
  expect(krippendorffAlpha([])).toBeNull();
});

test("agreement is the share of pairs that say the same", () => {
  // Three observers of whom two agree have one pair of three; two who agree have their one.
  expect(
    pairAgreement([
      [2, 1],
      [2, 0],
    ]),
  ).toBe(4 / 8);
  expect(pairAgreement([[1, 0]])).toBeNull();
});
