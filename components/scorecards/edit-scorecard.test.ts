import fc from "fast-check";
import { expect, test } from "vitest";
import type { ScorecardContent } from "@/lib/scorecards/scorecard-content";
import {
  blankCriterion,
  editScorecard,
  freeSectionTitle,
  isNamedAsTheOneBefore,
  type ScorecardEdit,
  toBuilder,
  toContent,
} from "./edit-scorecard";

const content: ScorecardContent = {
  sections: [
    { title: "A", criteria: ["a1", "a2"].map((key) => blankCriterion(key)) },
    { title: "B", criteria: [blankCriterion("b1")] },
  ],
};
const order = (...edits: ScorecardEdit[]) =>
  edits.reduce(editScorecard, toBuilder(content)).map(({ title, criteria }) => [title, ...criteria.map(({ key }) => key)].join(" "));

test("criteria move within their section, over its edge into the next one, and a section that is left empty goes", () => {
  expect(order({ type: "move_criterion", key: "a1", by: 1 })).toEqual(["A a2 a1", "B b1"]);
  expect(order({ type: "move_criterion", key: "a2", by: 1 })).toEqual(["A a1", "B a2 b1"]);
  expect(order({ type: "move_criterion", key: "b1", by: -1 })).toEqual(["A a1 a2 b1"]);
  expect(order({ type: "move_criterion", key: "a1", by: -1 })).toEqual(["A a1 a2", "B b1"]);
  expect(order({ type: "move_criterion", key: "b1", by: 1 })).toEqual(["A a1 a2", "B b1"]);
  expect(order({ type: "move_to_section", key: "a1", sectionId: "b1" })).toEqual(["A a2", "B b1 a1"]);
  expect(order({ type: "move_section", id: "b1", by: -1 })).toEqual(["B b1", "A a1 a2"]);
  expect(order({ type: "move_section", id: "b1", by: 1 })).toEqual(["A a1 a2", "B b1"]);
});

test("a section that would be saved as one with the one before is told, blank titles too, and a new one has a title of its own", () => {
  const titled = (...titles: string[]) => titles.map((title) => ({ title }));
  const told = (...titles: string[]) => titles.flatMap((_, index) => (isNamedAsTheOneBefore(titled(...titles), index) ? [index] : []));
  expect(told("A", "A ", "B", "A", "", " ")).toEqual([1, 5]);
  expect(freeSectionTitle(titled("A", "Section 3"), (number) => `Section ${number}`)).toBe("Section 4");
  expect(freeSectionTitle([], (number) => `Section ${number}`)).toBe("Section 1");
});

test("a duplicate stands behind its original with a key of its own and without weight", () => {
  expect(order({ type: "duplicate_criterion", key: "a1", newKey: "a3" })).toEqual(["A a1 a3 a2", "B b1"]);
  const [section] = editScorecard(
    editScorecard(toBuilder(content), { type: "change_criterion", key: "a1", change: { weight: 40, question: "Hello?" } }),
    { type: "duplicate_criterion", key: "a1", newKey: "a3" },
  );
  expect(section?.criteria[1]).toMatchObject({ key: "a3", weight: 0, question: "Hello?" });
});

test("points come and go with the scale, and nobody needs more than there are", () => {
  const change = (part: object) => ({ type: "change_criterion" as const, key: "b1", change: part });
  const after = (...parts: object[]) => parts.map(change).reduce(editScorecard, toBuilder(content))[1]?.criteria[0];
  expect(after({ kind: "scale" })).toMatchObject({ maxPoints: 5, passingPoints: 3 });
  expect(after({ kind: "scale" }, { maxPoints: 2 })).toMatchObject({ maxPoints: 2, passingPoints: 2 });
  expect(after({ kind: "scale" }, { kind: "yes_no" })).toMatchObject({ maxPoints: null, passingPoints: null });
});

test("no edit loses or doubles a criterion that it does not name, and what it does not touch stays the same object", () => {
  const keys = fc.constantFrom("a1", "a2", "b1");
  const by = fc.constantFrom(-1 as const, 1 as const);
  const edits = fc.oneof(
    fc.record({ type: fc.constant("move_criterion" as const), key: keys, by }),
    fc.record({ type: fc.constant("move_to_section" as const), key: keys, sectionId: fc.constantFrom("a1", "b1") }),
    fc.record({ type: fc.constant("move_section" as const), id: fc.constantFrom("a1", "b1"), by }),
  );
  fc.assert(
    fc.property(fc.array(edits, { maxLength: 12 }), (some) => {
      const all = some.reduce<ReturnType<typeof toBuilder>>(editScorecard, toBuilder(content)).flatMap(({ criteria }) => criteria);
      expect(all.map(({ key }) => key).sort()).toEqual(["a1", "a2", "b1"]);
      const originals = content.sections.flatMap(({ criteria }) => criteria);
      expect(all.every((criterion) => originals.includes(criterion))).toBe(true);
    }),
  );
});

test("what is saved is what was loaded, as long as nothing is edited", () => {
  expect(toContent(toBuilder(content))).toEqual(content);
});
