/** Ids up to here stand for what the tokenizer knows; the rest, up to TOKEN_COUNT, for marks that Moonshine added. */
const TOKEN_COUNT = 32_768;

/**
 * Makes the table of tokens that sherpa-onnx reads, one "base64 id" a line, of the source text of llama-tokenizer-js, which holds the same
 * vocabulary as one base64 string. The text is read, never run. Throws when it holds none.
 */
export function makeTokens(source: string): string {
  const vocabulary = /llama_vocab_base64 = "([A-Za-z0-9+/=]+)"/.exec(source)?.[1];
  if (vocabulary === undefined) throw new Error("llama-tokenizer-js has no vocabulary where it is looked for.");
  const tokens = Buffer.from(vocabulary, "base64").toString("utf8").split("\n");
  return Array.from({ length: TOKEN_COUNT }, (_, id) => `${bytesOf(tokens[id], id, tokens.length).toString("base64")} ${id}\n`).join("");
}

function bytesOf(token: string | undefined, id: number, knownCount: number): Buffer {
  if (token === undefined) return Buffer.from(`<<ST_${id - knownCount}>>`);
  const byte = /^<0x([0-9A-F]{2})>$/.exec(token)?.[1];
  return byte === undefined ? Buffer.from(token.replaceAll("\u2581", " "), "utf8") : Buffer.from([Number.parseInt(byte, 16)]);
}
