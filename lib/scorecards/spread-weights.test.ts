import fc from "fast-check";
import { expect, test } from "vitest";
import { spreadWeights } from "./spread-weights";
import { scorecardOf } from "./testing/scorecard-of";
import { totalWeight } from "./total-weight";

const weightsOf = (weights: number[][]) => {
  const { sections } = scorecardOf(Object.fromEntries(weights.map((part, index) => [index, part.map((weight) => ({ weight }))])));
  return spreadWeights(sections).map(({ criteria }) => criteria.map(({ weight }) => weight));
};

test("what is left of 100 goes to those without weight in equal parts, the first ones taking what does not come out even", () => {
  expect(weightsOf([[0, 0], [0]])).toEqual([[33.34, 33.33], [33.33]]);
  expect(weightsOf([[40, 0], [0]])).toEqual([[40, 30], [30]]);
  expect(weightsOf([[60, 40], [0]])).toEqual([[60, 40], [0]]);
  expect(weightsOf([[60, 60], [0]])).toEqual([[60, 60], [0]]);
  expect(weightsOf([[50]])).toEqual([[50]]);
});

test("whatever was set stays, the rest comes to 100 exactly, and no two of it differ by more than a hundredth", () => {
  const hundredths = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(hundredths, fc.integer({ min: 1, max: 60 }), (set, openCount) => {
      const given = [...set.map((weight) => weight / 100), ...Array<number>(openCount).fill(0)];
      const { sections } = scorecardOf({ A: given.map((weight) => ({ weight })) });
      const after = spreadWeights(sections);
      expect(totalWeight(after)).toBe(100);
      const weights = after.flatMap(({ criteria }) => criteria.map(({ weight }) => weight));
      const taken = weights.filter((_, index) => given[index] === 0).map((weight) => Math.round(weight * 100));
      expect(Math.max(...taken) - Math.min(...taken)).toBeLessThanOrEqual(1);
      expect(weights.filter((_, index) => given[index] !== 0)).toEqual(given.filter((weight) => weight !== 0));
    }),
  );
});
