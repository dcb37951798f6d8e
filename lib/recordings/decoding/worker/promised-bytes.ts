import type { BytesKind } from "../describe-bytes.ts";
import { readAt, type SourceFile } from "./read-file.ts";

/** How many bytes a file's own structure says are missing at its end; 0 when it says nothing, or all are there. */
export function missingBytes(file: SourceFile, kind: BytesKind): number {
  if (kind === "mp4") return Math.max(0, endOfBoxes(file) - file.sizeBytes);
  if (kind === "opus" || kind === "vorbis") return Math.max(0, endOfLastPage(file) - file.sizeBytes);
  if (kind === "avi") return Math.max(0, 8 + readAt(file, 4, 4).readUInt32LE(0) - file.sizeBytes);
  if (kind === "aiff") return Math.max(0, 8 + readAt(file, 4, 4).readUInt32BE(0) - file.sizeBytes);
  return 0;
}

/** Where the last top-level box of an MPEG-4 file ends; a box of size 0 runs to the end of the file. */
function endOfBoxes(file: SourceFile): number {
  let position = 0;
  while (position < file.sizeBytes) {
    const header = readAt(file, position, 16);
    if (header.length < 8) return position + 8;
    const short = header.readUInt32BE(0);
    const size = short === 1 && header.length === 16 ? Number(header.readBigUInt64BE(8)) : short;
    if (size === 0) return file.sizeBytes;
    if (size < 8) return position;
    position += size;
  }
  return position;
}

const OGG_TAIL_BYTES = 65_536 + 512;

/** Where the last page of an Ogg file ends by its own header. */
function endOfLastPage(file: SourceFile): number {
  const tailStart = Math.max(0, file.sizeBytes - OGG_TAIL_BYTES);
  const tail = readAt(file, tailStart, OGG_TAIL_BYTES);
  const at = tail.lastIndexOf("OggS");
  const segmentCount = tail[at + 26];
  if (at < 0 || segmentCount === undefined) return file.sizeBytes;
  const segments = tail.subarray(at + 27, at + 27 + segmentCount);
  return tailStart + at + 27 + segmentCount + segments.reduce((sum, size) => sum + size, 0);
}
