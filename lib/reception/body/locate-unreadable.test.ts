import { expect, test } from "vitest";
import { locateUnreadable } from "./locate-unreadable";

const locate = (text: string | Buffer, contentType = "application/json") => locateUnreadable({ raw: Buffer.from(text), contentType });

test("a body that stops being JSON is told by line, column, what stands there and the placeholder that was left in", () => {
  expect(locate('{\n  "duration": {{ duration }},\n  "campaign_id": 7\n}')).toEqual({
    line: 2,
    column: 16,
    excerpt: '"duration": {{ duration }},',
    placeholder: "{{ duration }}",
  });
  expect(locate('\uFEFF{"a": 1,}')).toEqual({ line: 1, column: 9, excerpt: '{"a": 1,}', placeholder: null });
});

test("the excerpt is short, holds no control characters, and whole characters only, whatever was sent", () => {
  const hostile = locate(`{"a": "${"😀".repeat(100)}" \u0007x${"y".repeat(10_000)}`);
  expect(hostile?.column).toBe(110);
  expect([...(hostile?.excerpt ?? "")].length).toBeLessThanOrEqual(64);
  expect(hostile?.excerpt).not.toMatch(/\p{Cc}/u);
  expect(locate(Buffer.from([0x7b, 0x22, 0xf1, 0x22]))).toMatchObject({ line: 1, column: 3 });
  expect(locate("")).toMatchObject({ line: 1, column: 1, excerpt: "" });
});

test("a body that can be read, or is refused for its type alone, has no such place", () => {
  expect(locate('{"a": 1}')).toBeNull();
  expect(locate("<a/>", "application/xml")).toBeNull();
});
