import fc from "fast-check";
import { expect, test } from "vitest";
import { indentJson } from "./indent-json";
import { showBody } from "./show-body";

const show = (raw: Buffer | string, contentType = "application/json", view: "pretty" | "raw" = "pretty") =>
  showBody({ raw: Buffer.from(raw), contentType, view });

test("JSON is shown a member a line with its digits, escapes and repeated keys as they came", () => {
  const text = '{"id":12345678901234567890,"a":1,"a":2.0,"t":"\\u202e \\" {,}","e":{},"l":[],"n":[1,{"b":null}]}';
  expect(show(text)).toEqual({
    form: "json",
    text: [
      "{",
      '  "id": 12345678901234567890,',
      '  "a": 1,',
      '  "a": 2.0,',
      '  "t": "\\u202e \\" {,}",',
      '  "e": {},',
      '  "l": [],',
      '  "n": [',
      "    1,",
      "    {",
      '      "b": null',
      "    }",
      "  ]",
      "}",
    ].join("\n"),
  });
  expect(show(text, "application/json", "raw").text).toBe(text);
});

test("whatever JSON is indented still says the same", () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(JSON.parse(indentJson(text))).toEqual(JSON.parse(text));
    }),
  );
});

test("JSON that is nested very deeply is shown as it came, and quickly", () => {
  const text = `${"[".repeat(5000)}${"]".repeat(5000)}`;
  expect(show(text).text).toBe(text);
});

test("a form is shown a pair a line, text that is neither as it came, and what is no text byte by byte", () => {
  expect(show("a=1&b=%C3%A1+c", "application/x-www-form-urlencoded")).toEqual({ form: "form", text: "a = 1\nb = á c" });
  expect(show('{"a": }')).toEqual({ form: "text", text: '{"a": }' });
  expect(show(Buffer.from([0xff, 0xfe, 0x41, 0x00]))).toEqual({
    form: "hex",
    text: `00000000  ff fe 41 00${" ".repeat(36)}  ..A.`,
  });
  expect(show(Buffer.from([0xe9]), "application/json; charset=iso-8859-1")).toEqual({ form: "text", text: "é" });
});
