import { DecodeFailure } from "./decode-failure.ts";

/** How the samples of a WAV file are written. */
export type WavFormat = { tag: number; channelCount: number; sampleRateHz: number; bitsPerSample: number };

/** A header that has been read up to its sound. `dataBytes` null: the writer left the length open. */
export type WavHeader = { format: WavFormat; dataOffset: number; dataBytes: number | null; isUnfinished: boolean };

/** Writers to a pipe can't know the length, and put the largest number that they dare. */
const PLACEHOLDER_BYTES = 0x7f000000;
const EXTENSIBLE = 0xfffe;
const MAX_FORMAT_BYTES = 4096;

/**
 * Reads a WAV header as its bytes arrive, whatever chunks stand before the sound. Returns null while it needs more, and is then given the
 * rest; what was read of the sound itself is in `rest`.
 */
export class WavHeaderReader {
  private pending: Buffer = Buffer.alloc(0);
  private position = 0;
  private skipBytes = 0;
  private hasMagic = false;
  private format: WavFormat | null = null;
  private longDataBytes: number | null = null;
  rest: Buffer = Buffer.alloc(0);

  push(chunk: Buffer): WavHeader | null {
    const header = this.read(chunk);
    // The chunk may be overwritten after this call.
    if (!header) this.pending = Buffer.from(this.pending);
    return header;
  }

  private read(chunk: Buffer): WavHeader | null {
    this.pending = this.pending.length > 0 ? Buffer.concat([this.pending, chunk]) : chunk;
    if (!this.hasMagic) {
      if (this.pending.length < 12) return null;
      if (!/^(RIFF|RF64)....WAVE$/s.test(this.pending.toString("latin1", 0, 12)))
        throw new DecodeFailure("not_audio", "It is no WAV file.");
      this.hasMagic = true;
      this.take(12);
    }
    for (;;) {
      const skipped = Math.min(this.skipBytes, this.pending.length);
      this.skipBytes -= skipped;
      this.take(skipped);
      if (this.skipBytes > 0 || this.pending.length < 8) return null;
      const name = this.pending.toString("latin1", 0, 4);
      const size = this.pending.readUInt32LE(4);
      if (name === "data") return this.foundData(size);
      if (name === "fmt " || name === "ds64") {
        if (size > MAX_FORMAT_BYTES) throw new DecodeFailure("not_audio", "Its WAV header is broken.");
        if (this.pending.length < 8 + size) return null;
        this.readChunk(name, this.pending.subarray(8, 8 + size));
      }
      this.take(8);
      this.skipBytes = size + (size % 2);
    }
  }

  private readChunk(name: "fmt " | "ds64", body: Buffer): void {
    if (name === "ds64") {
      if (body.length >= 16) this.longDataBytes = Number(body.readBigUInt64LE(8));
      return;
    }
    if (body.length < 16) throw new DecodeFailure("not_audio", "Its WAV header is broken.");
    const tag = body.readUInt16LE(0);
    this.format = {
      tag: tag === EXTENSIBLE && body.length >= 26 ? body.readUInt16LE(24) : tag,
      channelCount: body.readUInt16LE(2),
      sampleRateHz: body.readUInt32LE(4),
      bitsPerSample: body.readUInt16LE(14),
    };
  }

  private foundData(size: number): WavHeader {
    if (!this.format) throw new DecodeFailure("not_audio", "Its WAV header names no format.");
    this.take(8);
    this.rest = this.pending;
    const promised = size === 0xffffffff && this.longDataBytes !== null ? this.longDataBytes : size;
    const isOpen = promised === 0 || promised >= PLACEHOLDER_BYTES;
    return { format: this.format, dataOffset: this.position, dataBytes: isOpen ? null : promised, isUnfinished: promised === 0 };
  }

  private take(count: number): void {
    this.pending = this.pending.subarray(count);
    this.position += count;
  }
}
