import type { BytesKind } from "../describe-bytes.ts";
import { readAt, type SourceFile } from "./read-file.ts";

const MEDIA_TYPES: Partial<Record<BytesKind, string>> = {
  wav: "audio/wav",
  mp3: "audio/mpeg",
  flac: "audio/flac",
  opus: "audio/ogg",
  vorbis: "audio/ogg",
  aac: "audio/aac",
  amr: "audio/amr",
  aiff: "audio/aiff",
  caf: "audio/x-caf",
  wma: "audio/x-ms-wma",
  au: "audio/basic",
  avi: "video/x-msvideo",
  "mpeg-ps": "video/mpeg",
  "mpeg-ts": "video/mp2t",
  flv: "video/x-flv",
  unknown: "audio/gsm",
};

const SEARCHED_BYTES = 1024 * 1024;

/** The media type of a file that was decoded, told from its bytes. */
export function mediaTypeOf(file: SourceFile, kind: BytesKind): string {
  if (kind === "mp4") return hasAny(file, ["vide"]) ? "video/mp4" : "audio/mp4";
  if (kind === "webm") return hasAny(file, ["V_VP", "V_AV1", "V_MPEG", "V_MS"]) ? "video/webm" : "audio/webm";
  if (readAt(file, 0, 4).toString("latin1") === "OggS") return "audio/ogg";
  return MEDIA_TYPES[kind] ?? "application/octet-stream";
}

/** The tracks of a file stand at its start or at its end. */
function hasAny(file: SourceFile, marks: string[]): boolean {
  const ends = [0, Math.max(0, file.sizeBytes - SEARCHED_BYTES)].map((position) => readAt(file, position, SEARCHED_BYTES));
  return ends.some((bytes) => marks.some((mark) => bytes.includes(`${mark === "vide" ? "\0\0\0\0" : ""}${mark}`, 0, "latin1")));
}
