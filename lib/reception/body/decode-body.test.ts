import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeBody } from "./decode-body";

const JSON_TYPE = "application/json";

function decode(body: string | Buffer, contentType = JSON_TYPE) {
  return decodeBody({ raw: Buffer.from(body), contentType });
}

function refusalOf(body: string | Buffer, contentType = JSON_TYPE) {
  const decoded = decode(body, contentType);
  if (decoded.outcome !== "refused") throw new Error("the body was decoded");
  return decoded;
}

describe("content types", () => {
  test.each([
    "application/json",
    "application/json; charset=utf-8",
    'Application/JSON;Charset="UTF-8"',
    "application/json;charset=us-ascii",
    "application/vnd.anura.v1+json",
    "text/json",
    "text/plain",
    "text/plain; charset=utf-8; format=flowed",
    "application/json, application/json",
    "",
    "application/x-www-form-urlencoded",
  ])("JSON is read from %j", (contentType) => {
    expect(decode('{"a":"\u00e9"}', contentType)).toMatchObject({ outcome: "decoded", fields: { a: "\u00e9" } });
  });

  test.each(["multipart/form-data; boundary=x", "application/xml", "text/html", "application/octet-stream", "json", "image/png"])(
    "%j is refused with 415 and told what is accepted",
    (contentType) => {
      expect(refusalOf("{}", contentType)).toMatchObject({
        status: 415,
        code: "unsupported_media_type",
        message: expect.stringMatching(/application\/json/),
      });
    },
  );

  test.each(["utf-16", "utf-16le", "shift_jis", "", "x".repeat(1000)])("charset %j is refused with 415", (charset) => {
    const refusal = refusalOf("{}", `application/json; charset=${charset}`);
    expect(refusal).toMatchObject({ status: 415, code: "unsupported_charset" });
    expect(refusal.message.length).toBeLessThan(300);
  });

  test("ISO-8859-1 is read when the sender says so, in JSON and in forms", () => {
    const fields = { name: "Jos\u00e9 \u20ac" };
    const json = Buffer.from([...Buffer.from('{"name":"Jos'), 0xe9, 0x20, 0x80, ...Buffer.from('"}')]);
    expect(decode(json, "application/json; charset=ISO-8859-1")).toMatchObject({ fields });
    expect(decode("name=Jos%E9+%80", "application/x-www-form-urlencoded; charset=iso-8859-1")).toMatchObject({ fields });
  });
});

describe("JSON", () => {
  test("a byte order mark is not part of the text", () => {
    expect(decode('\uFEFF{"a":1}')).toEqual({ outcome: "decoded", fields: { a: 1 }, warnings: [] });
    expect(refusalOf("\uFEFF{]")).toMatchObject({ position: { line: 1, column: 2 } });
  });

  test.each([
    ['{"a": 12345678901234567890}', "12345678901234567890"],
    ['{"a":1541078811.980 }', "1541078811.980"],
    ['{"a":1e999}', "1e999"],
    ['{"b":[1.5,{"a":2}],"a":-0.10}', "-0.10"],
    ['{"a":9007199254740993,"b":"\\\\"}', "9007199254740993"],
    ['{"a":1.5,"a":12345678901234567890}', "12345678901234567890"],
    ['{"a":12345678901234567890,"a":7}', 7],
    ['{"a":9007199254740991}', 9_007_199_254_740_991],
    ['{"a":120.5}', 120.5],
    ['{"a":1.25e1}', 12.5],
  ])("the number in %s comes as %j, no digit lost", (body, a) => {
    expect(decode(body)).toMatchObject({ outcome: "decoded", fields: { a } });
  });

  test("a repeated key is named, and its last value counts", () => {
    expect(decode('{"a":1,"b":{"c":1,"c":2},"\\u0061":"x\\"","b":3}')).toEqual({
      outcome: "decoded",
      fields: { a: 'x"', b: 3 },
      warnings: [
        { path: "a", code: "duplicate_key", message: "The body holds a more than once; the last one counts." },
        { path: "b", code: "duplicate_key", message: "The body holds b more than once; the last one counts." },
      ],
    });
  });

  test("keys repeated inside a value are nobody's business", () => {
    expect(decode('{"a":{"c":1,"c":2},"b":"{\\"c\\":1,\\"c\\":2}"}')).toMatchObject({ warnings: [] });
  });

  test("thousands of repeated or unstorable members give twenty warnings of each kind", () => {
    const decoded = decode(`{${Array.from({ length: 4000 }, (_, index) => `"k${index % 2000}":"\\u0000"`).join(",")}}`);
    expect(decoded).toMatchObject({ outcome: "decoded" });
    expect(decoded.outcome === "decoded" && decoded.warnings.length).toBe(40);
  });

  test("a member called __proto__ is a member like any other", () => {
    const decoded = decode('{"__proto__":{"isAdmin":true},"constructor":"\\u0000","__proto__":"\\ud800"}');
    if (decoded.outcome !== "decoded") throw new Error("refused");
    expect(Object.getPrototypeOf(decoded.fields)).toBe(Object.prototype);
    expect(Object.hasOwn(decoded.fields, "__proto__") && Reflect.get(decoded.fields, "__proto__")).toBe("\uFFFD");
    expect("isAdmin" in {}).toBe(false);
  });

  test("NUL and half characters become U+FFFD, with a warning; whole pairs and escapes of others stay", () => {
    expect(decode('{"a":"x\\u0000y\\ud83d","b":"\\ud83d\\ude00 \\u00e9"}')).toEqual({
      outcome: "decoded",
      fields: { a: "x\uFFFDy\uFFFD", b: "\u{1F600} \u00e9" },
      warnings: [{ path: "a", code: "unstorable_text", message: expect.stringContaining("NUL") }],
    });
  });

  test("nesting as deep as a body can be neither crashes nor slows", () => {
    const deep = "[".repeat(131_000) + "]".repeat(131_000);
    expect(decode(`{"a":${deep}}`)).toMatchObject({ outcome: "decoded", warnings: [] });
    expect(decode(`{"a":${deep},"b":1.50}`)).toMatchObject({ outcome: "decoded", fields: { b: "1.50" } });
    expect(refusalOf(deep)).toMatchObject({ status: 400, code: "not_an_object" });
    expect(refusalOf("[".repeat(262_144))).toMatchObject({ status: 400, code: "invalid_json", position: { line: 1, column: 262_145 } });
    expect(refusalOf('{"":'.repeat(65_536))).toMatchObject({ status: 400, code: "invalid_json" });
  });
});

describe("what is no JSON object", () => {
  test.each([
    ["[1]", "a list"],
    ["null", "null"],
    ["3", "a number"],
    ['"x"', "a text"],
    ["true", "true or false"],
    ['"{\\"a\\":1}"', "encoded twice"],
  ])("%s is refused as not_an_object, since it is %s", (body, words) => {
    const position = { line: 2, column: 3, hint: expect.stringContaining(words) };
    expect(refusalOf(`\n  ${body}`)).toMatchObject({ status: 400, code: "not_an_object", position });
  });

  test.each([
    ["", 1, 1, "The body is empty"],
    [" \r\n\t", 2, 2, "The body is empty"],
    ['{\n  "calling": {{ calling }},\n  "x": 1\n}', 2, 15, "placeholder {{ calling }}"],
    ['{"campaign_id": <YOUR_CAMPAIGN_ID>}', 1, 17, "placeholder <YOUR_CAMPAIGN_ID>"],
    [`{"campaign_id": \${campaign}}`, 1, 17, `placeholder \${campaign}`],
    ['{"campaign_id": YOUR_CAMPAIGN_ID}', 1, 17, '"YOUR_CAMPAIGN_ID" is not a value'],
    ['{"a": 1,}', 1, 9, "comma after the last value"],
    ['{"a": 1,, "campaign_id": <YOUR_CAMPAIGN_ID> }', 1, 9, "The placeholder <YOUR_CAMPAIGN_ID> was also left in"],
    ['{"a": 1,, "b": "Hola, {{ name }}" }', 1, 9, /key in double quotes must stand here, not ","\.$/],
    ["{'a': 1}", 1, 2, "Single quotes"],
    ["{\u201ca\u201d: 1}", 1, 2, "typographic quote \u201c"],
    ['{"a": \u00abx\u00bb}', 1, 7, "typographic quote \u00ab"],
    ["{a: 1}", 1, 2, 'A key in double quotes must stand here, not "a"'],
    ['{"a" = 1}', 1, 6, "A colon must follow the key"],
    ['{"duration": , "x": 1}', 1, 14, "came empty"],
    ['{"duration": }', 1, 14, "came empty"],
    ['{"calling": +549115555}', 1, 13, "can't start with +"],
    ['{"calling": 0115555}', 1, 14, "leading zeros"],
    ['{"dialtime": 2026-02-10 10:30:00}', 1, 18, "put quotes around the whole value"],
    ['{"a": True}', 1, 7, '"True" must be written in lower case'],
    ['{"a": tRUE}', 1, 8, '"tRUE" must be written in lower case'],
    ['{"a": None}', 1, 7, '"None" is not JSON'],
    ['{"a": nan}', 1, 8, '"nan" is not JSON'],
    ['{"name": "Juan "Pepe" P\u00e9rez"}', 1, 17, "a quote inside a text must be written as"],
    ['{"a": "x"\n "b": 1}', 2, 2, "comma is missing"],
    ['{"a": "x\n"}', 1, 9, "A line break stands inside a text"],
    ['{"a": "x\t"}', 1, 9, "A tab stands inside a text"],
    ['{"a": "x\u0001"}', 1, 9, "U+0001"],
    ['{"a": "C:\\xls"}', 1, 11, "A backslash"],
    ['{"a": 1 // first\n}', 1, 9, "no comments"],
    ['{"a": "x', 1, 9, "ends too early"],
    ['{"a": 1}\n{"a": 2}', 2, 1, "follows the end of the object"],
    ['\r\n\r{"\u{1F600}\u00e9": ?}', 3, 8, "is not a value"],
    ["dialtime=2026-02-10+10%3A30&direction=in", 1, 1, "The body is a form"],
    ["<?xml version='1.0'?><a/>", 1, 1, "XML or HTML"],
    ["<!DOCTYPE html><html></html>", 1, 1, "XML or HTML"],
  ])("%j is refused at line %i, column %i, and the hint says why", (body, line, column, hint) => {
    const expectedHint = typeof hint === "string" ? expect.stringContaining(hint) : expect.stringMatching(hint);
    const refusal = refusalOf(body);
    expect(refusal).toMatchObject({ status: 400, code: "invalid_json", position: { line, column, hint: expectedHint } });
    expect(refusal.message).toContain(`line ${line}, column ${column}`);
  });

  test.each([
    [[...Buffer.from('{"a":"\u00f1'), 0xe9, 0x22, 0x7d], 1, 8, "0xE9"],
    [[...Buffer.from('{\n"a":"'), 0xc3], 2, 6, "0xC3"],
    [[0xef, 0xbb, 0xbf, 0x7b, 0xff], 1, 2, "0xFF"],
    [[0xff, 0xfe, 0x7b, 0], 1, 1, "UTF-16"],
    [[0x1f, 0x8b, 8, 0], 1, 2, "gzip"],
    [[0x7b, 0xc0, 0x80], 1, 2, "0xC0"],
    [[0x7b, 0xed, 0xa0, 0x80], 1, 2, "0xED"],
  ])("bytes that are not UTF-8 (%j) are refused at line %i, column %i", (bytes, line, column, hint) => {
    const position = { line, column, hint: expect.stringContaining(hint) };
    expect(refusalOf(Buffer.from(bytes))).toMatchObject({ status: 400, code: "invalid_json", position });
  });
});

describe("forms", () => {
  const FORM = "application/x-www-form-urlencoded";

  test("every value is text, decoded once; of a repeated key the last counts, with a warning", () => {
    const decoded = decode("a=1&b=Jos%C3%A9+P%2B&c=&d&a=%2541&&__proto__=x&e=1=2&f=100%", FORM);
    expect(decoded).toMatchObject({ outcome: "decoded", fields: { a: "%41", b: "Jos\u00e9 P+", c: "", d: "", e: "1=2", f: "100%" } });
    expect(decoded).toMatchObject({ warnings: [{ path: "a", code: "duplicate_key" }] });
  });

  test("what PostgreSQL can't store is replaced, with a warning", () => {
    expect(decode("a=x%00&b=1", FORM)).toMatchObject({ fields: { a: "x\uFFFD" }, warnings: [{ path: "a", code: "unstorable_text" }] });
  });

  test("text that is not UTF-8 is refused with its place", () => {
    expect(refusalOf("a=1&name=Jos%E9", FORM)).toMatchObject({ status: 400, code: "invalid_form", position: { line: 1, column: 10 } });
    expect(refusalOf("a=1\r\n&%E9=1", FORM)).toMatchObject({ status: 400, code: "invalid_form", position: { line: 2, column: 2 } });
    expect(refusalOf(" ", FORM)).toMatchObject({ status: 400, code: "invalid_form", position: { hint: "The body is empty." } });
  });

  test("JSON under a form's content type is read as JSON, with a warning", () => {
    expect(decode('{"a":1}', FORM)).toMatchObject({ fields: { a: 1 }, warnings: [{ code: "json_sent_as_form" }] });
    expect(refusalOf('{"a":1', FORM)).toMatchObject({ code: "invalid_json" });
  });
});

test("any bytes under any content type are decoded or refused, never thrown over, and what is decoded can be stored", () => {
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    fc.json().map((text) => Buffer.from(text)),
    fc.dictionary(fc.string({ unit: "binary" }), fc.string({ unit: "binary" })).map((value) => Buffer.from(JSON.stringify(value))),
    fc.webQueryParameters().map((text) => Buffer.from(text)),
  );
  const type = fc.oneof(
    fc.constantFrom(JSON_TYPE, "", "text/plain", "application/x-www-form-urlencoded", "text/plain;charset=latin1"),
    fc.string(),
  );
  fc.assert(
    fc.property(body, type, (raw, contentType) => {
      const decoded = decodeBody({ raw, contentType });
      if (decoded.outcome === "refused") return;
      for (const value of Object.values(decoded.fields)) {
        if (typeof value === "string") expect(value.isWellFormed() && !value.includes("\0")).toBe(true);
      }
      expect(JSON.stringify(decoded.warnings)).not.toMatch(/\\u0000|\\ud[89a-f]/);
    }),
    { numRuns: 3000 },
  );
});
