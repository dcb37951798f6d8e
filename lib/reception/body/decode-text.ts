import { isUtf8 } from "node:buffer";
import type { BodyPosition } from "../delivery-reading";
import { locateOffset } from "./locate-offset";
import type { Charset } from "./parse-content-type";

export type DecodedText =
  | { outcome: "decoded"; text: string }
  | { outcome: "refused"; status: 400; code: "invalid_json"; message: string; position: BodyPosition };

/** Turns bytes into text without ever replacing a character: bytes that are not in the charset are refused, with their place. */
export function decodeText({ raw, charset }: { raw: Buffer; charset: Charset }): DecodedText {
  // Senders that say iso-8859-1 mean windows-1252, which is how the WHATWG standard reads that label too.
  if (charset === "iso-8859-1") return { outcome: "decoded", text: new TextDecoder("iso-8859-1").decode(raw) };
  if (isUtf8(raw)) {
    const hasByteOrderMark = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf;
    return { outcome: "decoded", text: raw.toString("utf8", hasByteOrderMark ? 3 : 0) };
  }
  const offset = findInvalidByte(raw);
  const { line, column } = locateOffset(raw.toString("utf8", 0, offset).replace(/^\uFEFF/, ""), Number.POSITIVE_INFINITY);
  const byte = `0x${(raw[offset] ?? 0).toString(16).padStart(2, "0").toUpperCase()}`;
  const position = { line, column, hint: hintOf(raw, byte) };
  const message = `The body is not UTF-8: line ${line}, column ${column}. ${position.hint}`;
  return { outcome: "refused", status: 400, code: "invalid_json", message, position };
}

/** Index of the first byte that starts no valid UTF-8 sequence. */
function findInvalidByte(raw: Buffer): number {
  let index = 0;
  while (index < raw.length) {
    const lead = raw[index] ?? 0;
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (length > 1 && !isUtf8(raw.subarray(index, index + length))) return index;
    index += length;
  }
  return index;
}

function hintOf(raw: Buffer, byte: string): string {
  const [first, second] = raw;
  if (first === 0x1f && second === 0x8b) return "The body is compressed with gzip; send it as it is.";
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return "The body is UTF-16; send it as UTF-8.";
  return `The byte ${byte} is not UTF-8. If the sender writes ISO-8859-1, its Content-Type must say charset=iso-8859-1.`;
}
