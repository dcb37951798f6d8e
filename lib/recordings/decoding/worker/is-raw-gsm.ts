import { readAt, type SourceFile } from "./read-file.ts";

const FRAME_BYTES = 33;
const CHECKED_FRAMES = 50;

/** True for headerless GSM 06.10, as PBXs write it: every frame of 33 bytes begins with the same four bits. */
export function isRawGsm(file: SourceFile): boolean {
  const head = readAt(file, 0, FRAME_BYTES * CHECKED_FRAMES);
  const frameCount = Math.floor(head.length / FRAME_BYTES);
  if (frameCount < 10) return false;
  return Array.from({ length: frameCount }, (_, frame) => head[frame * FRAME_BYTES] ?? 0).every((byte) => byte >> 4 === 0xd);
}
