import fc from "fast-check";
import { expect, test } from "vitest";
import { type DrawableCall, pickStratified } from "./pick-stratified";
import { inSeededOrder } from "./seeded-order";

const call = fc.record({ taskId: fc.uuid(), operatorId: fc.option(fc.constantFrom("ana", "beto", "carla", "dario")) });
const calls = fc.uniqueArray(call, { selector: ({ taskId }) => taskId, maxLength: 60 });
const draw = fc.record({
  calls,
  seed: fc.string({ minLength: 1 }),
  count: fc.nat(80),
  stratification: fc.constantFrom("operator" as const, "none" as const),
});

const idsOf = (picked: DrawableCall[]) => picked.map(({ taskId }) => taskId);

test("the same calls and seed give the same draw, in whatever order the calls come", () => {
  fc.assert(
    fc.property(draw, fc.string(), (input, otherOrder) => {
      const shuffled = inSeededOrder(input.calls, otherOrder, ({ taskId }) => taskId);
      expect(pickStratified({ ...input, calls: shuffled })).toEqual(pickStratified(input));
    }),
  );
});

test("a draw of today is the draw of any other day", () => {
  const known = Array.from({ length: 8 }, (_, index) => ({ taskId: `task-${index}`, operatorId: index % 2 ? "ana" : "beto" }));
  expect(idsOf(pickStratified({ calls: known, seed: "seed", count: 4, stratification: "operator" }))).toEqual([
    ...["task-1", "task-3", "task-4", "task-0"],
  ]);
});

test("no call is drawn twice nor made up, as many as were asked for, and all where there are fewer", () => {
  fc.assert(
    fc.property(draw, (input) => {
      const ids = idsOf(pickStratified(input));
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => !input.calls.some(({ taskId }) => taskId === id))).toEqual([]);
      expect(ids).toHaveLength(Math.min(input.count, input.calls.length));
    }),
  );
});

test("of operators with calls enough no two give numbers that differ by more than one, and others give all that they have", () => {
  fc.assert(
    fc.property(draw, (input) => {
      const picked = pickStratified({ ...input, stratification: "operator" });
      const shares = [...Map.groupBy(input.calls, ({ operatorId }) => operatorId)].map(([operatorId, { length }]) => ({
        size: length,
        share: picked.filter((one) => one.operatorId === operatorId).length,
      }));
      const most = Math.max(0, ...shares.map(({ share }) => share));
      for (const { size, share } of shares) expect(share >= most - 1 || share === size).toBe(true);
    }),
  );
});

test("another seed gives another draw", () => {
  const many = Array.from({ length: 200 }, (_, index) => ({ taskId: `task-${index}`, operatorId: null }));
  const drawn = (seed: string) => idsOf(pickStratified({ calls: many, seed, count: 20, stratification: "none" })).toSorted();
  expect(drawn("one")).not.toEqual(drawn("other"));
});
