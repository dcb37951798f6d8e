import { countMembers } from "./count-members";
import type { DecodedBody } from "./decode-body";
import { explainJsonError } from "./explain-json-error";
import { listMembers } from "./list-members";
import { locateJsonError } from "./locate-json-error";
import { locateOffset } from "./locate-offset";
import { makeStorable } from "./make-storable";
import { warnOfMembers } from "./warn-of-members";

/** Reads JSON text that must be one object. What is wrong with one that is not is told with line, column and a hint. */
export function readJsonObject(text: string): DecodedBody {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuseJson(text);
  }
  if (!isObject(value)) return refuseOtherValue(text, value);
  const members = Object.values(value);
  const hasInexactNumber = members.some(isInexact);
  const hasRepeatedKey = countMembers(text) !== members.length;
  const repeated = hasInexactNumber || hasRepeatedKey ? readMembers(text, value) : [];
  // Only an escape can bring what PostgreSQL can't store: the bytes were valid UTF-8, and JSON has no raw control characters.
  const unstorable = text.includes("\\u") ? storeMembers(value) : [];
  return { outcome: "decoded", fields: value, warnings: warnOfMembers({ repeated, unstorable }) };
}

/** Puts the text of a number where the number itself would lose digits. Returns the keys that were sent more than once. */
function readMembers(text: string, value: Record<string, unknown>): string[] {
  const sources = new Map<string, string>();
  const repeated = new Set<string>();
  for (const { key, source } of listMembers(text)) {
    if (sources.has(key)) repeated.add(key);
    // Of a repeated key the last one counts, as it does for JSON.parse.
    sources.set(key, source);
  }
  for (const [key, source] of sources) {
    if (isInexact(value[key]) && String(value[key]) !== source && !isSmallPower(source)) value[key] = source;
  }
  return [...repeated];
}

function isInexact(member: unknown): boolean {
  return typeof member === "number" && !Number.isSafeInteger(member);
}

/** Written with an exponent, it is a quantity, whose digits mean nothing but their sum. */
function isSmallPower(source: string): boolean {
  return /e/i.test(source) && Math.abs(Number(source)) <= Number.MAX_SAFE_INTEGER;
}

/** Makes the texts storable. Returns the keys of those that were not. */
function storeMembers(value: Record<string, unknown>): string[] {
  const unstorable: string[] = [];
  for (const [key, member] of Object.entries(value)) {
    if (typeof member !== "string" || (!member.includes("\0") && member.isWellFormed())) continue;
    value[key] = makeStorable(member);
    unstorable.push(key);
  }
  return unstorable;
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
