import { DecodeFailure } from "./decode-failure.ts";
import type { OpenSink, SampleSink } from "./sample-sink.ts";
import { type WavHeader, WavHeaderReader } from "./wav-header.ts";
import { type SampleReader, sampleReader } from "./wav-samples.ts";

const BLOCK_FRAMES = 8192;

/** Reads a WAV file as its bytes arrive, in memory that does not grow with it. */
export class WavStream<Sink extends SampleSink> {
  private readonly openSink: OpenSink<Sink>;
  private readonly headerReader = new WavHeaderReader();
  private reader: SampleReader | null = null;
  private blocks: Float32Array[] = [];
  private leftover: Buffer = Buffer.alloc(0);
  private dataLeft = Number.POSITIVE_INFINITY;
  header: WavHeader | null = null;
  sink: Sink | null = null;

  constructor(openSink: OpenSink<Sink>) {
    this.openSink = openSink;
  }

  /** True when the header has been read and says a format that needs a decoder of its own. */
  get needsDecoder(): boolean {
    return this.header !== null && this.reader === null;
  }

  push(chunk: Buffer): void {
    if (this.header) this.pushSamples(chunk);
    else this.pushHeader(chunk);
  }

  private pushHeader(chunk: Buffer): void {
    this.header = this.headerReader.push(chunk);
    if (!this.header) return;
    const { format, dataBytes } = this.header;
    this.reader = sampleReader(format);
    if (!this.reader) return;
    this.sink = this.openSink(format.channelCount, format.sampleRateHz);
    this.blocks = Array.from({ length: format.channelCount }, () => new Float32Array(BLOCK_FRAMES));
    this.dataLeft = dataBytes ?? Number.POSITIVE_INFINITY;
    this.pushSamples(this.headerReader.rest);
  }

  /** Ends the file. Throws when its header promised no sound that could be read. */
  finish(): Sink {
    if (!this.header) throw new DecodeFailure("not_audio", "It is a WAV header that leads to no sound.", "WAV header without sound");
    if (!this.sink) throw new DecodeFailure("decoder_missing", `WAV format ${this.header.format.tag} needs a decoder of its own.`);
    if (this.sink.frameCount === 0) throw new DecodeFailure("empty", "It is a WAV header without sound.", "WAV header without sound");
    return this.sink;
  }

  private pushSamples(chunk: Buffer): void {
    if (!this.reader || !this.sink || this.dataLeft === 0) return;
    const wanted = chunk.length > this.dataLeft ? chunk.subarray(0, this.dataLeft) : chunk;
    this.dataLeft -= wanted.length;
    const bytes = this.leftover.length > 0 ? Buffer.concat([this.leftover, wanted]) : wanted;
    const { frameBytes, read } = this.reader;
    const frameCount = Math.floor(bytes.length / frameBytes);
    for (let frame = 0; frame < frameCount; frame += BLOCK_FRAMES) {
      const count = Math.min(BLOCK_FRAMES, frameCount - frame);
      read(bytes.subarray(frame * frameBytes, (frame + count) * frameBytes), count, this.blocks);
      this.sink.add(this.blocks, count);
    }
    this.leftover = Buffer.from(bytes.subarray(frameCount * frameBytes));
  }
}
