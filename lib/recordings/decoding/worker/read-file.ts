import { fstatSync, readSync } from "node:fs";

/** A file open for reading in the worker, where reads may block. */
export type SourceFile = { path: string; fd: number; sizeBytes: number };

/** The file behind a descriptor. */
export function sourceFile(path: string, fd: number): SourceFile {
  return { path, fd, sizeBytes: fstatSync(fd).size };
}

/** Up to `length` bytes at `position`; fewer at the end of the file. */
export function readAt(file: SourceFile, position: number, length: number): Buffer {
  return readInto(file, position, Buffer.allocUnsafeSlow(length));
}

/** The file from its start in pieces, each a buffer of its own, for decoders that keep parts of what they are given. */
export function* chunksOf(file: SourceFile, chunkBytes: number): Generator<Buffer> {
  for (let position = 0; position < file.sizeBytes; position += chunkBytes) yield readAt(file, position, chunkBytes);
}

/** The file from its start in pieces that share one buffer: a piece is gone when the next is asked for. A large file makes no garbage. */
export function* passingChunksOf(file: SourceFile, chunkBytes: number): Generator<Buffer> {
  const buffer = Buffer.allocUnsafeSlow(Math.min(chunkBytes, file.sizeBytes));
  for (let position = 0; position < file.sizeBytes; position += chunkBytes) yield readInto(file, position, buffer);
}

function readInto({ fd }: SourceFile, position: number, buffer: Buffer): Buffer {
  let filled = 0;
  while (filled < buffer.length) {
    const count = readSync(fd, buffer, filled, buffer.length - filled, position + filled);
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}
