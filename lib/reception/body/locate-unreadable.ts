import { decodeBody } from "./decode-body";
import { PLACEHOLDER } from "./explain-json-error";
import { parseContentType } from "./parse-content-type";

/** Where a body stops being readable, counted from 1, with the part of its line that stands there. */
export type UnreadablePlace = { line: number; column: number; excerpt: string; placeholder: string | null };

const CHARACTERS_BEFORE = 24;
const CHARACTERS_AFTER = 40;

/** Finds the place for which a body was refused as it came, by reading it once more; null for a body that can be read, or has no such place. */
export function locateUnreadable({ raw, contentType }: { raw: Buffer; contentType: string }): UnreadablePlace | null {
  const body = decodeBody({ raw, contentType });
  if (body.outcome === "decoded" || !body.position) return null;
  const { line, column } = body.position;
  const characters = [...(linesOf(raw, contentType)[line - 1] ?? "")];
  const offset = characters.slice(0, column - 1).join("").length;
  const placeholder = [...characters.join("").matchAll(PLACEHOLDER)].find(
    ({ index, 0: text }) => index <= offset && offset < index + text.length,
  );
  const excerpt = characters.slice(Math.max(0, column - 1 - CHARACTERS_BEFORE), column - 1 + CHARACTERS_AFTER).join("");
  return { line, column, excerpt: excerpt.toWellFormed().replace(/\p{C}/gu, "\uFFFD").trim(), placeholder: placeholder?.[0] ?? null };
}

function linesOf(raw: Buffer, contentType: string): string[] {
  const type = parseContentType(contentType);
  const isLatin = type.outcome === "known" && type.charset === "iso-8859-1";
  const text = raw.toString(isLatin ? "latin1" : "utf8").replace(/^\uFEFF/, "");
  return text.split(/\r\n|\r|\n/);
}
