import fc from "fast-check";
import { expect, test } from "vitest";
import { cutSpans } from "./cut-spans";

test("spans are padded by 0.2 s, but not past the middle of a gap or the ends of the file", () => {
  const spans = [
    { start: 0.1, end: 1 },
    { start: 1.2, end: 3 },
    { start: 5, end: 5.95 },
  ];
  const cut = cutSpans({ spans, powers: new Float32Array(600), durationSeconds: 6 });
  expect(cut.map(({ start, end }) => [start, end].map((second) => Number(second.toFixed(3))))).toEqual([
    [0, 1.1],
    [1.1, 3.2],
    [4.8, 6],
  ]);
});

test("a span longer than 15 s is cut in the middle of its quietest 200 ms", () => {
  const powers = new Float32Array(2_200).fill(0.1);
  powers.fill(0.01, 1_190, 1_210);
  expect(cutSpans({ spans: [{ start: 1, end: 21 }], powers, durationSeconds: 22 })).toEqual([
    { start: 0.8, end: 12 },
    { start: 12, end: 21.2 },
  ]);
});

test("whatever the spans, none is longer than 15 s, they stay in order, and no speech is lost", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.float({ min: 0, max: 5, noNaN: true }), fc.float({ min: Math.fround(0.2), max: 70, noNaN: true })), {
        maxLength: 8,
      }),
      (parts) => {
        let at = 0;
        const spans = parts.map(([gap, length]) => {
          const start = at + gap;
          at = start + length;
          return { start, end: at };
        });
        const durationSeconds = at + 1;
        const powers = Float32Array.from({ length: Math.ceil(durationSeconds * 100) }, (_, slot) => (slot * 7_919) % 101);
        const cut = cutSpans({ spans, powers, durationSeconds });
        for (const [index, { start, end }] of cut.entries()) {
          expect(end - start).toBeLessThanOrEqual(15);
          expect(end).toBeGreaterThan(start);
          expect(start).toBeGreaterThanOrEqual(cut[index - 1]?.end ?? 0);
        }
        for (const { start, end } of spans) {
          const covered = cut.reduce((sum, piece) => sum + Math.max(0, Math.min(end, piece.end) - Math.max(start, piece.start)), 0);
          expect(covered).toBeCloseTo(end - start, 3);
        }
      },
    ),
  );
});
