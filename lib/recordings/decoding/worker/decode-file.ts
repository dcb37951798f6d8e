import type { BytesDescription } from "../describe-bytes.ts";
import { DecodeFailure } from "./decode-failure.ts";
import { decodeMpeg } from "./decode-mpeg.ts";
import { decodeWav } from "./decode-wav.ts";
import { decodeWithFamily, FAMILY } from "./decode-with-family.ts";
import { decodeWithFfmpeg } from "./decode-with-ffmpeg.ts";
import { isRawGsm } from "./is-raw-gsm.ts";
import { missingBytes } from "./promised-bytes.ts";
import { readAt, type SourceFile } from "./read-file.ts";
import type { OpenSink, SampleSink } from "./sample-sink.ts";

type DecodeInput<Sink extends SampleSink> = {
  file: SourceFile;
  described: BytesDescription;
  ffmpegPath: string | null;
  openSink: OpenSink<Sink>;
};
type Decoded<Sink> = { sink: Sink; isUnfinished: boolean };

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

/**
 * Decodes all of a file into a sink, by what its bytes are and never by its name. Throws DecodeFailure when it is no audio, is cut, or needs a
 * decoder that is not there. A decoder that fails half-way may be followed by another, with a sink of its own.
 */
export async function decodeFile<Sink extends SampleSink>(input: DecodeInput<Sink>): Promise<Decoded<Sink>> {
  const { file, described, ffmpegPath, openSink } = input;
  const { kind, label } = described;
  if (kind === "wav") return decodeWav({ file, ffmpegPath, openSink });
  if (kind === "mp3") return whole(await decodeMpeg({ file, openSink }));
  if (kind === "unknown" && isRawGsm(file)) {
    return whole(await decodeWithFfmpeg({ file, ffmpegPath, demuxer: "gsm", label: "GSM", openSink }));
  }
  if (!isDemuxed(kind)) throw new DecodeFailure(kind === "empty" ? "empty" : "not_audio", `It is no audio: ${label}.`);
  const missing = missingBytes(file, kind);
  if (missing > TOLERATED_BYTES) throw new DecodeFailure("cut_short", `Its end is missing: ${missing} bytes.`, `cut ${label}`);
  const byFfmpeg = () => decodeWithFfmpeg({ file, ffmpegPath, demuxer: DEMUXERS[kind], label, openSink });
  if (kind === "flac" || kind === "opus" || kind === "vorbis" || kind === "aac") {
    const sink = await decodeWithFamily({ file, openSink, ...FAMILY[kind] }).catch((error: unknown) => {
      if (ffmpegPath === null) throw error;
      return byFfmpeg();
    });
    refuseCutFlac(file, kind, sink);
    return whole(sink);
  }
  if (ffmpegPath === null && isGathered(kind) && file.sizeBytes <= MAX_GATHERED_BYTES) {
    return whole(await decodeWithFamily({ file, openSink, ...FAMILY[kind] }));
  }
  return whole(await byFfmpeg());
}

function whole<Sink>(sink: Sink): Decoded<Sink> {
  return { sink, isUnfinished: false };
}

function isDemuxed(kind: string): kind is keyof typeof DEMUXERS {
  return kind in DEMUXERS;
}

function isGathered(kind: string): kind is "mp4" | "webm" | "amr" | "aiff" | "caf" | "wma" {
  return ["mp4", "webm", "amr", "aiff", "caf", "wma"].includes(kind);
}

/** FLAC says in its first block how many samples it has, unless its writer did not know. */
function refuseCutFlac(file: SourceFile, kind: string, { frameCount }: SampleSink): void {
  const block = readAt(file, 0, 26);
  if (kind !== "flac" || block.length < 26 || block.toString("latin1", 0, 4) !== "fLaC") return;
  const promised = ((block[21] ?? 0) & 15) * 2 ** 32 + block.readUInt32BE(22);
  if (frameCount < promised * 0.98) {
    throw new DecodeFailure("cut_short", `It has ${frameCount} of the ${promised} samples that it promises.`, "cut FLAC");
  }
}
