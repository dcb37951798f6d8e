import { expect, test } from "vitest";
import { readScorecardFile } from "./read-scorecard-file";
import { criterionOf, scorecardOf } from "./testing/scorecard-of";

const fileOf = (sections: unknown, head: object = {}) => JSON.stringify({ format: "auditoria-scorecard", version: 1, ...head, sections });
const { sections } = scorecardOf({ Opening: [{}] });
const given = (criterion: object) => fileOf([{ title: "Opening", criteria: [{ ...criterionOf(), ...criterion }] }]);
const at = (code: string, field: string) => [{ code, section: 0, criterion: 0, field }];

test.each([
  ["an empty file", "", [{ code: "not_json", line: 1, column: 1 }]],
  ["half a file", '{\n  "format": ', [{ code: "not_json", line: 2, column: 13 }]],
  ["a list", "[]", [{ code: "not_a_scorecard" }]],
  ["something else", '{"format":"other","version":1}', [{ code: "not_a_scorecard" }]],
  ["a later format", fileOf(sections, { version: 2 }), [{ code: "other_version" }]],
  ["no sections", fileOf(undefined), [{ code: "missing", section: null, criterion: null, field: "sections" }]],
  ["a section without criteria", fileOf([{ title: "A" }]), [{ code: "missing", section: 0, criterion: null, field: "criteria" }]],
  ["an empty section", fileOf([{ title: "A", criteria: [] }]), [{ code: "wrong", section: 0, criterion: null, field: "criteria" }]],
  [
    "31 sections",
    fileOf(Array.from({ length: 31 }, (_, index) => scorecardOf({ [index]: [{}] }).sections[0])),
    [{ code: "too_many_sections" }],
  ],
  ["201 criteria", fileOf(scorecardOf({ A: Array(201).fill({}) }).sections), [{ code: "too_many_criteria" }]],
  ["a key twice", fileOf([...sections, ...sections]), [{ code: "key_twice" }]],
  ["a weight above 100", given({ weight: 100.01 }), at("wrong", "weight")],
  ["a thousandth", given({ weight: 0.005 }), at("wrong", "weight")],
  ["a text for a number", given({ weight: "10" }), at("wrong", "weight")],
  ["no question", given({ question: undefined }), at("missing", "question")],
  ["an unknown kind", given({ kind: "stars" }), at("wrong", "kind")],
  ["a key of another form", given({ key: "1" }), at("wrong", "key")],
  ["a rule without conditions", given({ rule: {} }), at("wrong", "rule")],
  ["a phrase that is blank", given({ rule: { phrases: { isSaid: true, speaker: "agent", phrases: [" "] } } }), at("wrong", "rule")],
  ["a scale without points", given({ kind: "scale" }), at("wrong", "passingPoints")],
  ["more points to pass than there are", given({ kind: "scale", maxPoints: 3, passingPoints: 4 }), at("wrong", "passingPoints")],
  ["unknown fields", given({ colour: "red", size: 1 }), [...at("unknown", "colour"), ...at("unknown", "size")]],
  [
    "an unknown field of a section",
    fileOf([{ ...sections[0], note: "" }]),
    [{ code: "unknown", section: 0, criterion: null, field: "note" }],
  ],
])("what is wrong with a file is told with where it is: %s", (_, text, problems) => {
  expect(readScorecardFile(text)).toEqual({ content: null, problems });
});

test("a file written by hand needs no more than questions, kinds and weights", () => {
  const { content } = readScorecardFile(
    `\uFEFF${fileOf([{ title: " Opening ", criteria: [{ question: "Hi?", kind: "yes_no", weight: 33.33 }] }])}`,
  );
  expect(content).toEqual({
    sections: [{ title: "Opening", criteria: [criterionOf({ key: expect.any(String), question: "Hi?", weight: 33.33 })] }],
  });
});

test("a file of more than 256 KiB is not read at all", () => {
  expect(readScorecardFile(`{${" ".repeat(256 * 1024)}`).problems).toEqual([{ code: "too_large" }]);
});

test("what the database cannot hold is taken out of texts", () => {
  const { content } = readScorecardFile(given({ question: "A\u0000B\uD800" }));
  expect(content?.sections[0]?.criteria[0]?.question).toBe("AB\uFFFD");
});

test("of a file that is wrong everywhere, the first twenty places are told", () => {
  expect(readScorecardFile(fileOf(scorecardOf({ A: Array(50).fill({ weight: -1 }) }).sections)).problems).toHaveLength(20);
});
