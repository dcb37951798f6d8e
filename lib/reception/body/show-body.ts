import { decodeText } from "./decode-text";
import { dumpBytes } from "./dump-bytes";
import { indentJson } from "./indent-json";
import { parseContentType } from "./parse-content-type";

export const BODY_VIEWS = ["pretty", "raw"] as const;
export type BodyView = (typeof BODY_VIEWS)[number];

/** A body as text. `hex`: its bytes are no text, and are shown one by one. */
export type ShownBody = { form: "json" | "form" | "text" | "hex"; text: string };

/** A body's bytes as people can read them, character by character as they came; `pretty` puts each member of JSON or of a form on a line. */
export function showBody({ raw, contentType, view }: { raw: Buffer; contentType: string; view: BodyView }): ShownBody {
  const type = parseContentType(contentType);
  const decoded = decodeText({ raw, charset: type.outcome === "known" ? type.charset : "utf-8" });
  if (decoded.outcome === "refused") return { form: "hex", text: dumpBytes(raw) };
  const { text } = decoded;
  if (isJson(text)) return { form: "json", text: view === "pretty" ? indentJson(text) : text };
  if (type.outcome === "known" && type.format === "form") return { form: "form", text: view === "pretty" ? splitForm(text) : text };
  return { form: "text", text };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function splitForm(text: string): string {
  return [...new URLSearchParams(text)].map(([name, value]) => `${name} = ${value}`).join("\n");
}
