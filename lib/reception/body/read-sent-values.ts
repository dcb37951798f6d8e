import { decodeBody } from "./decode-body";

const MAX_CHARACTERS = 60;

type ReadSentValuesInput = { raw: Buffer; contentType: string; paths: string[] };

/** What a body holds in each of these top-level fields, as text that people can read, cut; without those that it does not have, or can't be read. */
export function readSentValues({ raw, contentType, paths }: ReadSentValuesInput): Map<string, string> {
  const body = decodeBody({ raw, contentType });
  if (body.outcome === "refused") return new Map();
  return new Map(paths.filter((path) => Object.hasOwn(body.fields, path)).map((path) => [path, toText(body.fields[path])]));
}

function toText(sent: unknown): string {
  const text = typeof sent === "string" ? sent : (JSON.stringify(sent) ?? "");
  const characters = [...text.slice(0, 4 * MAX_CHARACTERS).replace(/\p{C}/gu, "\uFFFD")];
  return characters.length > MAX_CHARACTERS ? `${characters.slice(0, MAX_CHARACTERS).join("")}\u2026` : characters.join("");
}
