import { DecodeFailure } from "./decode-failure.ts";
import { decodeWithFamily, FAMILY } from "./decode-with-family.ts";
import { decodeWithFfmpeg } from "./decode-with-ffmpeg.ts";
import { passingChunksOf, type SourceFile } from "./read-file.ts";
import type { OpenSink, SampleSink } from "./sample-sink.ts";
import type { WavHeader } from "./wav-header.ts";
import { WavStream } from "./wav-stream.ts";

type WavInput<Sink extends SampleSink> = { file: SourceFile; ffmpegPath: string | null; openSink: OpenSink<Sink> };

/** Writers disagree on whether a length counts the header: that much missing is no cut. */
const TOLERATED_BYTES = 64;
const CHUNK_BYTES = 262_144;
const ADPCM = new Set([0x02, 0x11]);

/** Decodes a WAV file, whatever its samples are written in. `isUnfinished` when its writer has not yet put its length in. */
export async function decodeWav<Sink extends SampleSink>(input: WavInput<Sink>): Promise<{ sink: Sink; isUnfinished: boolean }> {
  const { file, ffmpegPath, openSink } = input;
  const stream = new WavStream(openSink);
  for (const chunk of passingChunksOf(file, CHUNK_BYTES)) {
    const isFirst = stream.header === null;
    stream.push(chunk);
    if (isFirst && stream.header) refuseCutFile(file, stream.header);
    if (stream.needsDecoder) break;
  }
  if (!stream.needsDecoder || !stream.header) return { sink: stream.finish(), isUnfinished: stream.header?.isUnfinished ?? false };
  const { tag } = stream.header.format;
  const sink = ADPCM.has(tag)
    ? await decodeWithFamily({ file, openSink, ...FAMILY.wav })
    : await decodeWithFfmpeg({ file, ffmpegPath, demuxer: "wav", label: `WAV of format 0x${tag.toString(16)}`, openSink });
  return { sink, isUnfinished: stream.header.isUnfinished };
}

function refuseCutFile({ sizeBytes }: SourceFile, { dataOffset, dataBytes }: WavHeader): void {
  if (sizeBytes <= dataOffset) throw new DecodeFailure("empty", "It is a WAV header without sound.", "WAV header without sound");
  const missing = dataBytes === null ? 0 : dataOffset + dataBytes - sizeBytes;
  if (missing > TOLERATED_BYTES) {
    throw new DecodeFailure("cut_short", `Its header promises ${dataBytes} bytes of sound, ${missing} more than there are.`, "cut WAV");
  }
}
