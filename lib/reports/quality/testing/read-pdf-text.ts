import { inflateSync } from "node:zlib";

/** The words of a PDF that was written with standard fonts, in the order in which they were put: one line for each piece of text. */
export function readPdfText(file: Uint8Array): string {
  const raw = Buffer.from(file).toString("latin1");
  const contents = [...raw.matchAll(/\/FlateDecode\s*>>\s*stream\n([\s\S]*?)\nendstream/g)].map(([, stream = ""]) =>
    inflateSync(Buffer.from(stream, "latin1")).toString("latin1"),
  );
  return contents
    .flatMap((content) => [...content.matchAll(/\[(.*?)\] TJ/g)])
    .map(([, pieces = ""]) => [...pieces.matchAll(/<([0-9a-f]*)>/g)].map(([, hex = ""]) => decoded(hex)).join(""))
    .join("\n");
}

function decoded(hex: string): string {
  return new TextDecoder("windows-1252").decode(Buffer.from(hex, "hex"));
}
