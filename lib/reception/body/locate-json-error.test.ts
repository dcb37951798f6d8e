import fc from "fast-check";
import { expect, test } from "vitest";
import { locateJsonError } from "./locate-json-error";

/** Bodies that are nearly JSON: a valid text with one character put in, taken out or replaced. */
const nearlyJson = fc
  .tuple(fc.json({ maxDepth: 4 }), fc.nat(), fc.constantFrom(..."{}[]\",:'\\-+.019eEtfnul <>\n\t\u0000\u00e9"), fc.constantFrom(0, 1, 2))
  .map(([json, place, character, edit]) => {
    const at = place % (json.length + 1);
    return json.slice(0, at) + (edit === 1 ? "" : character) + json.slice(edit === 0 ? at : at + 1);
  });

test("an error is found exactly in those texts that JSON.parse refuses", () => {
  fc.assert(
    fc.property(fc.oneof(nearlyJson, fc.json(), fc.string()), (text) => {
      expect(locateJsonError(text) === null).toBe(parses(text));
    }),
    { numRuns: 5000 },
  );
});

test("the place is the one that V8 names, where it names one", () => {
  fc.assert(
    fc.property(nearlyJson, (text) => {
      const offset = offsetFromV8(text);
      if (offset !== null) expect(locateJsonError(text)?.offset).toBe(offset);
    }),
    { numRuns: 5000 },
  );
});

test("nesting as deep as a body can be is read without trouble", () => {
  expect(locateJsonError("[".repeat(262_144))).toEqual({ offset: 262_144, kind: "unexpected_end" });
  expect(locateJsonError("[".repeat(131_072) + "]".repeat(131_072))).toBeNull();
  expect(locateJsonError('{"a":'.repeat(52_428))).toMatchObject({ kind: "unexpected_end" });
});

test.each([
  ["", 0, "empty"],
  [" \n", 2, "empty"],
  ['{"a":1', 6, "unexpected_end"],
  ['{"a', 3, "unexpected_end"],
  ['{"a":"\\u00', 10, "unexpected_end"],
  ['{"a":tr', 7, "unexpected_end"],
  ['{"a":-', 6, "unexpected_end"],
  ['{"a":1,}', 7, "trailing_comma"],
  ['{"a":[1,]}', 8, "trailing_comma"],
  ["{,}", 1, "expected_key"],
  ["{a:1}", 1, "expected_key"],
  ['{"a" 1}', 5, "expected_colon"],
  ['{"a":}', 5, "expected_value"],
  ['{"a":1 "b":2}', 7, "expected_comma"],
  ['{"a":[1}', 7, "expected_comma"],
  ['{"a":007}', 6, "bad_number"],
  ['{"a":-x}', 6, "bad_number"],
  ['{"a":1.}', 7, "bad_number"],
  ['{"a":1e}', 7, "bad_number"],
  ['{"a":tRue}', 6, "bad_word"],
  ['{"a":"\\x"}', 7, "bad_escape"],
  ['{"a":"\\u00g0"}', 10, "bad_escape"],
  ['{"a":"x\ny"}', 7, "control_character"],
  ["{} {}", 3, "after_end"],
])("%j stops being JSON at %i: %s", (text, offset, kind) => {
  expect(locateJsonError(text)).toEqual({ offset, kind });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function offsetFromV8(text: string): number | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    const position = /at position (\d+)/.exec(String(error))?.[1];
    return position === undefined ? null : Number(position);
  }
}
