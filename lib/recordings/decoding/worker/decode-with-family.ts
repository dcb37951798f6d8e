import decode, { type AudioData, type StreamDecoder } from "audio-decode";
import { DecodeFailure } from "./decode-failure.ts";
import { chunksOf, type SourceFile } from "./read-file.ts";
import type { OpenSink, SampleSink } from "./sample-sink.ts";

type FamilyInput<Sink extends SampleSink> = {
  file: SourceFile;
  openSink: OpenSink<Sink>;
  openDecoder: () => Promise<StreamDecoder>;
  chunkBytes: number;
  /** Channels that the file has; a decoder that was told of none finds them in the sound. */
  channelCount?: number;
  onChunk?: (chunk: Buffer) => void;
};

/**
 * Decoders that take a file in pieces, and how large the pieces may be. Small where a few bytes can stand for seconds of silence, so that no
 * file makes a decoder allocate more than it should.
 */
export const FAMILY = {
  mp3: { openDecoder: () => decode.mp3(), chunkBytes: 65_536 },
  flac: { openDecoder: () => decode.flac(), chunkBytes: 8_192 },
  opus: { openDecoder: () => decode.opus(), chunkBytes: 4_096 },
  vorbis: { openDecoder: () => decode.oga(), chunkBytes: 4_096 },
  aac: { openDecoder: () => decode.aac(), chunkBytes: 16_384 },
  wav: { openDecoder: () => decode.wav(), chunkBytes: 65_536 },
  mp4: { openDecoder: () => decode.m4a(), chunkBytes: 16_384 },
  webm: { openDecoder: () => decode.webm(), chunkBytes: 16_384 },
  amr: { openDecoder: () => decode.amr(), chunkBytes: 16_384 },
  aiff: { openDecoder: () => decode.aiff(), chunkBytes: 65_536 },
  caf: { openDecoder: () => decode.caf(), chunkBytes: 65_536 },
  wma: { openDecoder: () => decode.wma(), chunkBytes: 16_384 },
};

/** Decodes a file by the audio-decode family, in pieces. Throws DecodeFailure when no sound comes of it. */
export async function decodeWithFamily<Sink extends SampleSink>(input: FamilyInput<Sink>): Promise<Sink> {
  const { file, openSink, openDecoder, chunkBytes, channelCount, onChunk } = input;
  const decoder = await openDecoder();
  const decoded = new DecodedSound(openSink, channelCount);
  try {
    for (const chunk of chunksOf(file, chunkBytes)) {
      onChunk?.(chunk);
      decoded.add(await decoder(chunk));
    }
    decoded.add(await decoder());
  } catch (error) {
    decoder.free();
    throw error instanceof DecodeFailure ? error : new DecodeFailure("not_audio", `It does not decode: ${messageOf(error)}.`);
  }
  if (!decoded.sink || decoded.sink.frameCount === 0) throw new DecodeFailure("not_audio", "No sound could be decoded from it.");
  return decoded.sink;
}

class DecodedSound<Sink extends SampleSink> {
  private readonly openSink: OpenSink<Sink>;
  private channelCount: number | undefined;
  sink: Sink | null = null;

  constructor(openSink: OpenSink<Sink>, channelCount: number | undefined) {
    this.openSink = openSink;
    this.channelCount = channelCount;
  }

  add({ channelData, sampleRate }: AudioData): void {
    const [first] = channelData;
    if (!first || first.length === 0) return;
    this.channelCount ??= channelData.length;
    this.sink ??= this.openSink(this.channelCount, sampleRate);
    // Stereo that starts with equal channels comes as one until they differ.
    const channels = Array.from({ length: this.channelCount }, (_, channel) => channelData[channel] ?? first);
    this.sink.add(channels, first.length);
  }
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, "");
}
