import type { DeliveryProblem } from "@/db/schema";
import type { DecodedBody } from "./decode-body";
import { explainJsonError } from "./explain-json-error";
import { countMembers, listMembers } from "./list-members";
import { locateJsonError } from "./locate-json-error";
import { locateOffset } from "./locate-offset";
import { makeStorable } from "./make-storable";

const MAX_WARNINGS = 20;

/** Reads JSON text that must be one object. What is wrong with one that is not is told with line, column and a hint. */
export function readJsonObject(text: string): DecodedBody {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuseJson(text);
  }
  if (!isObject(value)) return refuseOtherValue(text, value);
  const warnings: DeliveryProblem[] = [];
  const hasInexactNumber = Object.values(value).some((member) => typeof member === "number" && !Number.isSafeInteger(member));
  if (hasInexactNumber || countMembers(text) !== Object.keys(value).length) readMembers(text, value, warnings);
  // Only an escape can bring what PostgreSQL can't store: the bytes were valid UTF-8, and JSON has no raw control characters.
  if (text.includes("\\u")) {
    for (const [key, member] of Object.entries(value)) {
      if (typeof member === "string") setMember(value, key, makeStorable({ path: key, text: member, warnings }));
    }
  }
  return { outcome: "decoded", fields: value, warnings };
}

/** Names the keys that were sent twice, and puts the text of a number where the number itself would lose digits. */
function readMembers(text: string, value: Record<string, unknown>, warnings: DeliveryProblem[]): void {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { key, source } of listMembers(text)) {
    if (seen.has(key)) repeated.add(key);
    seen.add(key);
    const member = value[key];
    if (typeof member === "number" && !Number.isSafeInteger(member)) setMember(value, key, source);
  }
  for (const key of [...repeated].slice(0, MAX_WARNINGS)) warnings.push(duplicateKey(key));
}

/** The warning for a key that a body holds more than once. */
export function duplicateKey(key: string): DeliveryProblem {
  const path = key.slice(0, 100).replaceAll("\0", "\uFFFD").toWellFormed();
  return { path, code: "duplicate_key", message: `The body holds ${JSON.stringify(path)} more than once; the last one counts.` };
}

function refuseJson(text: string): DecodedBody {
  const error = locateJsonError(text) ?? { offset: text.length, kind: "unexpected_end" };
  const position = { ...locateOffset(text, error.offset), hint: explainJsonError(text, error) };
  const message = `The body is not JSON: line ${position.line}, column ${position.column}. ${position.hint}`;
  return { outcome: "refused", status: 400, code: "invalid_json", message, position };
}

function refuseOtherValue(text: string, value: unknown): DecodedBody {
  const isEncodedTwice = typeof value === "string" && value.trimStart().startsWith("{");
  const hint = isEncodedTwice
    ? "The body is a text that holds JSON: it was encoded twice. Send the object itself."
    : `The body is ${nameOf(value)}; it must be one object, from { to }.`;
  const position = { ...locateOffset(text, text.search(/\S/)), hint };
  return { outcome: "refused", status: 400, code: "not_an_object", message: hint, position };
}

function nameOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return value === null ? "null" : typeof value === "string" ? "a text" : typeof value === "number" ? "a number" : "true or false";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Plain assignment would call the setter of `__proto__` on an object that has no such member of its own. */
function setMember(value: Record<string, unknown>, key: string, member: unknown): void {
  Object.defineProperty(value, key, { value: member, writable: true, enumerable: true, configurable: true });
}
