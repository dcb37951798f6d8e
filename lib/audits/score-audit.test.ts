import fc from "fast-check";
import { expect, test } from "vitest";
import { ANSWERS, CRITICAL_LEVELS } from "@/db/enums";
import { isPassing, type ScoredAnswer, type ScoredCriterion, scoreAudit } from "./score-audit";

type Asked = { criterion: ScoredCriterion; given: ScoredAnswer };

const weight = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);
const asked = fc
  .record({
    section: fc.constantFrom("Greeting", "Needs", "Closing"),
    weight,
    critical: fc.constantFrom(...CRITICAL_LEVELS),
    answer: fc.constantFrom(...ANSWERS),
    scale: fc.option(fc.integer({ min: 1, max: 100 }).chain((max) => fc.tuple(fc.constant(max), fc.integer({ min: 0, max })))),
  })
  .map(({ scale, answer, ...rest }) => ({
    criterion: { ...rest, id: "", maxPoints: scale?.[0] ?? null },
    given: { answer, points: answer === "not_applicable" ? null : (scale?.[1] ?? null) },
  }));
const sheet = fc.array(asked, { minLength: 1, maxLength: 25 }).map((list) => list.map((one, index) => withId(one, index)));

test("a score lies between 0 and 100 with two decimals at most, whatever is answered", () => {
  fc.assert(
    fc.property(sheet, (list) => {
      const { score, scoreWithoutFail, sections } = scoreOf(list);
      for (const value of [score, scoreWithoutFail, ...sections.map((section) => section.score)]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(100);
        expect(Math.round(value * 100) / 100).toBe(value);
      }
      expect(score).toBeLessThanOrEqual(scoreWithoutFail);
    }),
  );
});

test("all that applies and complies is 100, all that fails is 0", () => {
  const all = (list: Asked[], answer: "complies" | "fails") =>
    scoreOf(
      list.map(({ criterion, given }) => ({ criterion, given: given.answer === "not_applicable" ? given : full(criterion, answer) })),
    );
  fc.assert(
    fc.property(sheet, (list) => {
      expect(all(list, "complies").score).toBe(100);
      const weighs = list.some(({ criterion, given }) => given.answer !== "not_applicable" && criterion.weight > 0);
      const isWhole = list.some(({ criterion, given }) => given.answer !== "not_applicable" && criterion.critical === "whole");
      expect(all(list, "fails").score).toBe(weighs || isWhole ? 0 : 100);
    }),
  );
});

test("taking a criterion out of two audits by 'not applicable' never changes which of them is better elsewhere", () => {
  const pair = fc
    .tuple(sheet, fc.array(fc.constantFrom("complies" as const, "fails" as const), { minLength: 25, maxLength: 25 }), fc.nat())
    .map(([list, others, pick]) => ({ list, others, taken: pick % list.length }));
  fc.assert(
    fc.property(pair, ({ list, others, taken }) => {
      const plain = list.map(({ criterion, given }) => ({ criterion: { ...criterion, critical: "none" as const }, given }));
      const other = plain.map(({ criterion, given }, index) => ({
        criterion,
        given: index === taken || given.answer === "not_applicable" ? given : full(criterion, others[index] ?? "complies"),
      }));
      const without = (sheetOf: Asked[]) =>
        sheetOf.map((one, index) => (index === taken ? { ...one, given: { answer: "not_applicable" as const, points: null } } : one));
      const before = scoreOf(plain).score - scoreOf(other).score;
      const after = scoreOf(without(plain)).score - scoreOf(without(other)).score;
      // Scores are rounded to the hundredth, so that a difference may vanish but never turn.
      expect(before * after).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("a critical criterion that fails takes its section or the whole, and the score without it stays what it was", () => {
  fc.assert(
    fc.property(sheet, (list) => {
      const { score, scoreWithoutFail, hasCriticalFailure, sections } = scoreOf(list);
      const fails = (level: string) => list.filter(({ criterion, given }) => criterion.critical === level && given.answer === "fails");
      expect(hasCriticalFailure).toBe(fails("section").length + fails("whole").length > 0);
      if (fails("whole").length > 0) expect(score).toBe(0);
      for (const { criterion } of fails("section"))
        expect(sections.find(({ section }) => section === criterion.section)).toMatchObject({ isFailed: true, score: 0 });
      const plain = list.map(({ criterion, given }) => ({ criterion: { ...criterion, critical: "none" as const }, given }));
      expect(scoreOf(plain)).toMatchObject({ score: scoreWithoutFail, scoreWithoutFail, hasCriticalFailure: false });
      if (!hasCriticalFailure) expect(score).toBe(scoreWithoutFail);
    }),
  );
});

test("the order in which criteria stand changes nothing", () => {
  fc.assert(
    fc.property(sheet, (list) => {
      expect(scoreOf(list.toReversed())).toMatchObject({ score: scoreOf(list).score, scoreWithoutFail: scoreOf(list).scoreWithoutFail });
    }),
  );
});

test("weights count as they stand, halves go up, and equal passes", () => {
  const two = (first: number, second: number) =>
    scoreOf([made({ weight: first }, "complies", 0), made({ weight: second }, "fails", 1)]).score;
  expect(two(50, 50)).toBe(50);
  expect(two(2, 1)).toBe(66.67);
  expect(two(1, 2)).toBe(33.33);
  expect(scoreOf([made({ weight: 10, maxPoints: 8 }, "fails", 0, 3)]).score).toBe(37.5);
  // 1.005 in binary is a hair less.
  expect(scoreOf([made({ weight: 2.01 }, "complies", 0), made({ weight: 197.99 }, "fails", 1)]).score).toBe(1.01);
  expect(isPassing(80, 80)).toBe(true);
  expect(isPassing(79.99, 80)).toBe(false);
});

test("what is not answered yet counts for nothing and is named; where nothing applies nothing was missed", () => {
  const [first, second] = [made({ weight: 40 }, "fails", 0), made({ weight: 60 }, "complies", 1)];
  const score = scoreAudit({ criteria: [first.criterion, second.criterion], answers: new Map([["c0", first.given]]) });
  expect(score).toMatchObject({ score: 0, unansweredIds: ["c1"] });
  expect(scoreOf([made({ weight: 40 }, "not_applicable", 0)])).toMatchObject({ score: 100, unansweredIds: [] });
});

function scoreOf(list: Asked[]) {
  return scoreAudit({
    criteria: list.map(({ criterion }) => criterion),
    answers: new Map(list.map(({ criterion, given }) => [criterion.id, given])),
  });
}

function withId({ criterion, given }: Asked, index: number): Asked {
  return { criterion: { ...criterion, id: `c${index}` }, given };
}

function full({ maxPoints }: ScoredCriterion, answer: "complies" | "fails"): ScoredAnswer {
  return { answer, points: maxPoints === null ? null : answer === "complies" ? maxPoints : 0 };
}

function made(values: Partial<ScoredCriterion>, answer: ScoredAnswer["answer"], index: number, points: number | null = null): Asked {
  return {
    criterion: { id: `c${index}`, section: "One", weight: 1, maxPoints: null, critical: "none", ...values },
    given: { answer, points },
  };
}
