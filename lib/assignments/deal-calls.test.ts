import fc from "fast-check";
import { expect, test } from "vitest";
import { dealCalls } from "./deal-calls";

const OPERATORS = ["ana", "beto", "carla", null];
const callsOf = (counts: number[]) =>
  counts.flatMap((count, operator) =>
    Array.from({ length: count }, (_, index) => ({ taskId: `${operator}-${index}`, operatorId: OPERATORS[operator] ?? null })),
  );

const deal = fc
  .record({
    counts: fc.array(fc.nat(12), { minLength: 4, maxLength: 4 }),
    quotas: fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 4 }),
  })
  .map(({ counts, quotas }) => {
    const wanted = quotas.reduce((sum, count) => sum + count, 0);
    return { calls: callsOf(counts).slice(0, wanted), quotas: quotas.map((count, index) => ({ userId: `auditor ${index}`, count })) };
  });

test("each call goes to one auditor, and to nobody more than their quota; to everybody exactly that where there are calls enough", () => {
  fc.assert(
    fc.property(deal, ({ calls, quotas }) => {
      const dealt = dealCalls({ calls, quotas, kind: "quality" });
      expect(dealt.map(({ taskId }) => taskId).toSorted()).toEqual(calls.map(({ taskId }) => taskId).toSorted());
      const wanted = quotas.reduce((sum, { count }) => sum + count, 0);
      for (const { userId, count } of quotas) {
        const held = dealt.filter((one) => one.userId === userId).length;
        expect(Math.abs(held - (count * calls.length) / wanted)).toBeLessThan(1);
      }
    }),
  );
});

test("everybody gets calls of every operator, and a queue goes round the operators", () => {
  const calls = callsOf([10, 10, 10, 10]);
  const quotas = ["one", "other"].map((userId) => ({ userId, count: 20 }));
  const dealt = dealCalls({ calls, quotas, kind: "quality" });
  for (const { userId } of quotas) {
    const queue = dealt.filter((one) => one.userId === userId).toSorted((one, other) => one.position - other.position);
    expect(queue.map(({ position }) => position)).toEqual(queue.map((_, index) => index));
    const operators = queue.map(({ taskId }) => taskId.split("-")[0]);
    for (let from = 0; from < operators.length; from += 4) expect(new Set(operators.slice(from, from + 4)).size).toBe(4);
  }
});

test("calibration gives every auditor every call", () => {
  const calls = callsOf([2, 1, 0, 1]);
  const quotas = ["one", "other", "third"].map((userId) => ({ userId, count: 4 }));
  const dealt = dealCalls({ calls, quotas, kind: "calibration" });
  expect(dealt).toHaveLength(12);
  for (const { userId } of quotas)
    expect(
      dealt
        .filter((one) => one.userId === userId)
        .map(({ taskId }) => taskId)
        .toSorted(),
    ).toEqual(calls.map(({ taskId }) => taskId).toSorted());
});
