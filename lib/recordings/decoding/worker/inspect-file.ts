import { closeSync, openSync } from "node:fs";
import type { AudioInspection } from "../audio-inspection.ts";
import { type BytesDescription, DESCRIBED_BYTES, describeBytes } from "../describe-bytes.ts";
import type { AudioMeter } from "./audio-meter.ts";
import { DecodeFailure } from "./decode-failure.ts";
import { decodeMpeg } from "./decode-mpeg.ts";
import { decodeWav } from "./decode-wav.ts";
import { decodeWithFamily, FAMILY } from "./decode-with-family.ts";
import { decodeWithFfmpeg } from "./decode-with-ffmpeg.ts";
import { isRawGsm } from "./is-raw-gsm.ts";
import { mediaTypeOf } from "./media-type.ts";
import { missingBytes } from "./promised-bytes.ts";
import { readAt, type SourceFile, sourceFile } from "./read-file.ts";

type Decoded = { meter: AudioMeter; isUnfinished?: boolean };

const TOLERATED_BYTES = 64;
/** What the family gathers before it decodes must not be large. */
const MAX_GATHERED_BYTES = 64 * 1024 * 1024;

/** ffmpeg's own name of each format that it may be asked to read. */
const DEMUXERS = {
  flac: "flac",
  opus: "ogg",
  vorbis: "ogg",
  aac: "aac",
  mp4: "mov",
  webm: "matroska",
  amr: "amr",
  aiff: "aiff",
  caf: "caf",
  wma: "asf",
  avi: "avi",
  au: "au",
  "mpeg-ps": "mpeg",
  "mpeg-ts": "mpegts",
  flv: "flv",
} as const;

/** Says whether a file is audio by decoding all of it, and measures it in the same pass. Never trusts a name or a header. */
export async function inspectFile({ path, ffmpegPath }: { path: string; ffmpegPath: string | null }): Promise<AudioInspection> {
  const fd = openSync(path, "r");
  try {
    const file = sourceFile(path, fd);
    const head = readAt(file, 0, DESCRIBED_BYTES);
    const described = describeBytes(head);
    try {
      const { meter, isUnfinished = false } = await decodeKind(file, described, ffmpegPath);
      const measures = meter.finish();
      const seconds = measures.durationSeconds < 10 ? measures.durationSeconds.toFixed(1) : Math.round(measures.durationSeconds);
      const label = described.kind === "unknown" ? "GSM" : described.label;
      return {
        isAudio: true,
        mediaType: mediaTypeOf(file, described.kind),
        lookedLike: `${label}, ${seconds} s`,
        isUnfinished,
        ...measures,
      };
    } catch (error) {
      return verdictOf(error, head, described);
    }
  } finally {
    closeSync(fd);
  }
}

async function decodeKind(file: SourceFile, { kind, label }: BytesDescription, ffmpegPath: string | null): Promise<Decoded> {
  if (kind === "wav") return decodeWav(file, ffmpegPath);
  if (kind === "mp3") return { meter: await decodeMpeg(file) };
  if (kind === "unknown" && isRawGsm(file)) return { meter: await decodeWithFfmpeg({ file, ffmpegPath, demuxer: "gsm", label: "GSM" }) };
  if (!isDemuxed(kind)) throw new DecodeFailure(kind === "empty" ? "empty" : "not_audio", `It is no audio: ${label}.`);
  const missing = missingBytes(file, kind);
  if (missing > TOLERATED_BYTES) throw new DecodeFailure("cut_short", `Its end is missing: ${missing} bytes.`, `cut ${label}`);
  const byFfmpeg = () => decodeWithFfmpeg({ file, ffmpegPath, demuxer: DEMUXERS[kind], label });
  if (kind === "flac" || kind === "opus" || kind === "vorbis" || kind === "aac") {
    const meter = await decodeWithFamily({ file, ...FAMILY[kind] }).catch((error: unknown) => {
      if (ffmpegPath === null) throw error;
      return byFfmpeg();
    });
    refuseCutFlac(file, kind, meter);
    return { meter };
  }
  if (ffmpegPath === null && isGathered(kind) && file.sizeBytes <= MAX_GATHERED_BYTES) {
    return { meter: await decodeWithFamily({ file, ...FAMILY[kind] }) };
  }
  return { meter: await byFfmpeg() };
}

function isDemuxed(kind: string): kind is keyof typeof DEMUXERS {
  return kind in DEMUXERS;
}

function isGathered(kind: string): kind is "mp4" | "webm" | "amr" | "aiff" | "caf" | "wma" {
  return ["mp4", "webm", "amr", "aiff", "caf", "wma"].includes(kind);
}

/** FLAC says in its first block how many samples it has, unless its writer did not know. */
function refuseCutFlac(file: SourceFile, kind: string, meter: AudioMeter): void {
  const block = readAt(file, 0, 26);
  if (kind !== "flac" || block.length < 26 || block.toString("latin1", 0, 4) !== "fLaC") return;
  const promised = ((block[21] ?? 0) & 15) * 2 ** 32 + block.readUInt32BE(22);
  if (meter.frameCount < promised * 0.98) {
    throw new DecodeFailure("cut_short", `It has ${meter.frameCount} of the ${promised} samples that it promises.`, "cut FLAC");
  }
}

function verdictOf(error: unknown, head: Uint8Array, described: BytesDescription): AudioInspection {
  const failure =
    error instanceof DecodeFailure
      ? error
      : new DecodeFailure("not_audio", `It does not decode: ${error instanceof Error ? error.message : String(error)}.`);
  const asText = describeBytes(head, { isAudio: false });
  const label = asText.kind === "unknown" ? described.label : asText.label;
  return { isAudio: false, reason: failure.reason, detail: failure.message, lookedLike: failure.lookedLike ?? label };
}
