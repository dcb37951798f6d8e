import { Readable } from "node:stream";

/** Pieces that are made as they are sent. A reader that leaves ends what makes them. */
export function webStream(pieces: AsyncIterable<Uint8Array> | Readable): ReadableStream<Uint8Array> {
  const stream = pieces instanceof Readable ? pieces : Readable.from(pieces, { objectMode: false });
  // Node's type of a web stream and the browser's differ in name only.
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
}
