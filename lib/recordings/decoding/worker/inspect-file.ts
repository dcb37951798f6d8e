import { closeSync, openSync } from "node:fs";
import type { AudioInspection } from "../audio-inspection.ts";
import { type BytesDescription, DESCRIBED_BYTES, describeBytes } from "../describe-bytes.ts";
import { AudioMeter } from "./audio-meter.ts";
import { DecodeFailure } from "./decode-failure.ts";
import { decodeFile } from "./decode-file.ts";
import { mediaTypeOf } from "./media-type.ts";
import { readAt, sourceFile } from "./read-file.ts";

/** Says whether a file is audio by decoding all of it, and measures it in the same pass. Never trusts a name or a header. */
export async function inspectFile({ path, ffmpegPath }: { path: string; ffmpegPath: string | null }): Promise<AudioInspection> {
  const fd = openSync(path, "r");
  try {
    const file = sourceFile(path, fd);
    const head = readAt(file, 0, DESCRIBED_BYTES);
    const described = describeBytes(head);
    try {
      const openSink = (channelCount: number, sampleRateHz: number) => new AudioMeter(channelCount, sampleRateHz);
      const { sink, isUnfinished } = await decodeFile({ file, described, ffmpegPath, openSink });
      const measures = sink.finish();
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

function verdictOf(error: unknown, head: Uint8Array, described: BytesDescription): AudioInspection {
  const failure =
    error instanceof DecodeFailure
      ? error
      : new DecodeFailure("not_audio", `It does not decode: ${error instanceof Error ? error.message : String(error)}.`);
  const asText = describeBytes(head, { isAudio: false });
  const label = asText.kind === "unknown" ? described.label : asText.label;
  return { isAudio: false, reason: failure.reason, detail: failure.message, lookedLike: failure.lookedLike ?? label };
}
