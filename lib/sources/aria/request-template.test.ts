import { expect, test } from "vitest";
import { decodeBody } from "@/lib/reception/body/decode-body";
import { ARIA_FIELDS } from "./fields";
import { readAriaPayload } from "./payload";
import { ARIA_FORMATS, ariaRequestTemplate } from "./request-template";

const input = { url: "https://quality.example.com/webhook/aria", connectionId: "con_x", apiKey: "KEY" };
const CONTENT_TYPES = { json: "application/json", form: "application/x-www-form-urlencoded", pixel: "application/x-www-form-urlencoded" };

test.each(ARIA_FORMATS)("as %s the template names all 36 fields, and a variable that is left in counts as empty", (format) => {
  const text = ariaRequestTemplate({ ...input, format });
  const raw = Buffer.from(format === "pixel" ? text.replace(`${input.url}?`, "") : text);
  const body = decodeBody({ raw, contentType: CONTENT_TYPES[format] });
  if (body.outcome === "refused") throw new Error(body.message);
  expect(Object.keys(body.fields)).toEqual(ARIA_FIELDS.map(({ name }) => name));
  expect(body.fields).toMatchObject({ api_key: "KEY", connection_id: "con_x", caller_id: "{{caller_id}}" });
  const { outcome, ...call } = readAriaPayload(body.fields);
  expect(call).toMatchObject({ connectionId: "con_x", callInstanceId: "", callDate: "", calling: "", recording: "", warnings: [] });
  expect(Object.values(outcome).filter((value) => value !== "" && value !== null)).toEqual([]);
});
