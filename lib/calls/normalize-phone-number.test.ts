import fc from "fast-check";
import { expect, test } from "vitest";
import { normalizePhoneNumber } from "./normalize-phone-number";

test.each([
  ["+54 9 11 6795-0079", "+5491167950079"],
  ["005491167950079", "+5491167950079"],
  ["00 54 (9) 11/6795.0079", "+5491167950079"],
  ["011 4000-1234", "01140001234"],
  ["1140001234", "1140001234"],
  [" +1\u00a0(202)\u2011555\u20110100 ", "+12025550100"],
  ["tel:+12025550100", "+12025550100"],
  ["\uff0b\uff15\uff14", "+54"],
  ["201", "201"],
  ["00", "00"],
  ["", ""],
  ["anonymous", ""],
  ["Restricted", ""],
  ["+", ""],
  ["++54", ""],
  ["54+11", ""],
  ["1140001234 ext 5", ""],
  ["1140001234x5", ""],
  ["sip:201@pbx", ""],
  ["54911XXXX0079", ""],
  ["*67", ""],
  ["1".repeat(33), ""],
])("%j is %j", (text, normalized) => {
  expect(normalizePhoneNumber(text)).toBe(normalized);
});

test("any text gives digits with at most a leading +, and normalising twice changes nothing", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[+0-9 ().-]{0,20}$/)), (text) => {
      const normalized = normalizePhoneNumber(text);
      expect(normalized).toMatch(/^(?:\+?\d+)?$/);
      expect(normalizePhoneNumber(normalized)).toBe(normalized);
    }),
  );
});
