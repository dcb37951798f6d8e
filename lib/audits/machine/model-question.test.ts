import { expect, test } from "vitest";
import { checkModelAnswer } from "./check-model-answer";
import { modelQuestion } from "./model-question";
import { heard } from "./testing/make-heard-call";

const line = (mark: string): [number, string] => [0, `${mark} ${"palabras y más palabras ".repeat(40)}`];

test("of a call that is too long for a model its beginning and its end are shown, and that something was left out", () => {
  const call = heard(Array.from({ length: 400 }, (_, index) => line(`line ${index}.`)));
  const { text, isWhole } = modelQuestion({ criteria: [], call });
  expect(isWhole).toBe(false);
  expect(text.length).toBeLessThan(125_000);
  expect(text).toContain("line 0.");
  expect(text).toContain("line 399.");
  expect(text).not.toContain("line 80.");
  const shown = text.match(/"said"/g)?.length ?? 0;
  expect(text).toContain(`{"leftOutLines":${400 - shown}}`);
  const short = modelQuestion({ criteria: [], call: heard(Array.from({ length: 100 }, (_, index) => line(`line ${index}.`))) });
  expect(short).toMatchObject({ isWhole: true, text: expect.not.stringContaining("leftOutLines") });
});

test("that something was not said is no answer where the model was not shown all", () => {
  const said = { criterion: 1, answer: "fails" as const, points: null, reason: "Not said.", quote: null, confidence: 1 };
  const criterion = { condition: null, maxPoints: null, passingPoints: null };
  expect(checkModelAnswer({ criterion, said, segments: [], isWhole: true })).toMatchObject({ answer: "fails", quote: null });
  expect(checkModelAnswer({ criterion, said, segments: [], isWhole: false })).toMatchObject({ answer: null });
});
