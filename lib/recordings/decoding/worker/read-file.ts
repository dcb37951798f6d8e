import { fstatSync, readSync } from "node:fs";

/** A file open for reading in the worker, where reads may block. */
export type SourceFile = { path: string; fd: number; sizeBytes: number };

/** The file behind a descriptor. */
export function sourceFile(path: string, fd: number): SourceFile {
  return { path, fd, sizeBytes: fstatSync(fd).size };
}

/** Up to `length` bytes at `position`; fewer at the end of the file. */
export function readAt({ fd }: SourceFile, position: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafeSlow(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(fd, buffer, filled, length - filled, position + filled);
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}

/** The file from its start in pieces. Each is a buffer of its own, since decoders keep parts of what they are given. */
export function* chunksOf(file: SourceFile, chunkBytes: number): Generator<Buffer> {
  for (let position = 0; ; position += chunkBytes) {
    const chunk = readAt(file, position, chunkBytes);
    if (chunk.length > 0) yield chunk;
    if (chunk.length < chunkBytes) return;
  }
}
