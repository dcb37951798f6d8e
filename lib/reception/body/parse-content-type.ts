export type Charset = "utf-8" | "iso-8859-1";

export type ParsedContentType =
  | { outcome: "known"; format: "json" | "form"; charset: Charset }
  | { outcome: "refused"; status: 415; code: string; message: string };

const CHARSETS = new Map<string, Charset>([
  ["utf-8", "utf-8"],
  ["utf8", "utf-8"],
  ["us-ascii", "utf-8"],
  ["ascii", "utf-8"],
  ["iso-8859-1", "iso-8859-1"],
  ["latin1", "iso-8859-1"],
]);

const JSON_TYPE = /^(?:application\/json|text\/json|text\/plain|[^/\s]+\/[^/\s]+\+json)$/;
const ACCEPTED = "application/json, application/x-www-form-urlencoded, or JSON sent as text/plain";

/** Says how a Content-Type header wants the body read. No header means JSON. */
export function parseContentType(header: string): ParsedContentType {
  if (header === "application/json") return { outcome: "known", format: "json", charset: "utf-8" };
  // A proxy may have joined two headers of the same name by a comma.
  const [mediaType = "", ...parameters] = (header.split(",", 1)[0] ?? "").split(";").map((part) => part.trim().toLowerCase());
  const format = mediaType === "" || JSON_TYPE.test(mediaType) ? "json" : mediaType === "application/x-www-form-urlencoded" ? "form" : null;
  if (!format) {
    return refused("unsupported_media_type", `The Content-Type ${quote(mediaType)} is not accepted. Accepted are ${ACCEPTED}.`);
  }
  const parameter = parameters.find((text) => /^charset\s*=/.test(text));
  const name = parameter?.replace(/^charset\s*=\s*/, "").replace(/^"(.*)"$/, "$1") ?? "utf-8";
  const charset = CHARSETS.get(name);
  if (!charset) {
    return refused("unsupported_charset", `The charset ${quote(name)} is not accepted. Accepted are utf-8, us-ascii and iso-8859-1.`);
  }
  return { outcome: "known", format, charset };
}

function refused(code: string, message: string): ParsedContentType {
  return { outcome: "refused", status: 415, code, message };
}

function quote(text: string): string {
  return JSON.stringify(text.slice(0, 100));
}
