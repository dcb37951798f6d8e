import fc from "fast-check";
import { expect, test } from "vitest";
import { tidyOperatorName } from "./tidy-operator-name";

test.each([
  ["  Jos\u00e9 \t\u00a0 P\u00e9rez\r\n", "Jos\u00e9 P\u00e9rez"],
  ["Ana\0Luz", "Ana Luz"],
  ["x\ud800", "x\uFFFD"],
  [`${"a".repeat(199)} b`, "a".repeat(199)],
  ["\u{1F600}".repeat(201), "\u{1F600}".repeat(200)],
])("%j is stored as %j", (name, tidied) => {
  expect(tidyOperatorName(name)).toBe(tidied);
});

test("a tidy name stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 500 }), (name) => {
      expect(tidyOperatorName(tidyOperatorName(name))).toBe(tidyOperatorName(name));
    }),
  );
});
