import { isUtf8 } from "node:buffer";
import type { DecodedBody } from "./decode-body";
import { decodeText } from "./decode-text";
import { locateOffset } from "./locate-offset";
import { makeStorable } from "./make-storable";
import type { Charset } from "./parse-content-type";
import { readJsonObject } from "./read-json-object";
import { warnOfMembers } from "./warn-of-members";

/** Reads application/x-www-form-urlencoded bytes. All values are text; of a repeated key the last one counts. */
export function readForm({ raw, charset }: { raw: Buffer; charset: Charset }): DecodedBody {
  const bytes = raw.toString("latin1").replace(/^\u00ef\u00bb\u00bf/, "");
  if (bytes.trim() === "") return refuse(bytes, 0, "The body is empty.");
  if (bytes.trimStart().startsWith("{")) return readJsonSentAsForm(raw, charset);
  const fields = new Map<string, string>();
  const repeated = new Set<string>();
  let offset = 0;
  for (const pair of bytes.split("&")) {
    const [name, value] = splitPair(pair);
    const key = decodeComponent(name, charset);
    const text = decodeComponent(value, charset);
    if (key === null) return refuse(bytes, offset, NOT_UTF8);
    if (text === null) return refuse(bytes, offset + name.length + 1, NOT_UTF8);
    if (fields.has(key)) repeated.add(key);
    if (pair.trim() !== "") fields.set(key, text);
    offset += pair.length + 1;
  }
  const storable = [...fields].map(([key, text]): [string, string] => [key, makeStorable(text)]);
  const unstorable = storable.flatMap(([key, text]) => (text === fields.get(key) ? [] : [key]));
  return { outcome: "decoded", fields: Object.fromEntries(storable), warnings: warnOfMembers({ repeated: [...repeated], unstorable }) };
}

const NOT_UTF8 = "The text that starts here is not UTF-8. If the sender writes ISO-8859-1, its Content-Type must say charset=iso-8859-1.";

/** curl and some PBX panels call every body a form unless told otherwise; no form starts with a brace. */
function readJsonSentAsForm(raw: Buffer, charset: Charset): DecodedBody {
  const decoded = decodeText({ raw, charset });
  const body = decoded.outcome === "refused" ? decoded : readJsonObject(decoded.text);
  if (body.outcome === "refused") return body;
  const message = "The body is JSON, but its Content-Type says that it is a form. It was read as JSON.";
  return { ...body, warnings: [...body.warnings, { path: "", code: "json_sent_as_form", message }] };
}

function splitPair(pair: string): [name: string, value: string] {
  const equals = pair.indexOf("=");
  return equals < 0 ? [pair, ""] : [pair.slice(0, equals), pair.slice(equals + 1)];
}

/** Percent-decodes one name or value, given as one character a byte; null when the bytes are not in the charset. */
function decodeComponent(component: string, charset: Charset): string | null {
  const bytes = component.replaceAll("+", " ").replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  const buffer = Buffer.from(bytes, "latin1");
  if (charset === "iso-8859-1") return new TextDecoder("iso-8859-1").decode(buffer);
  return isUtf8(buffer) ? buffer.toString("utf8") : null;
}

function refuse(bytes: string, offset: number, hint: string): DecodedBody {
  const position = { ...locateOffset(bytes, offset), hint };
  const message = `The body is not a form: line ${position.line}, column ${position.column}. ${hint}`;
  return { outcome: "refused", status: 400, code: "invalid_form", message, position };
}
