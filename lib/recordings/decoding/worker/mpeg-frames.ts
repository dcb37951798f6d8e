const BITRATES: Record<string, number[]> = {
  "1:1": [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  "1:2": [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  "1:3": [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  "2:1": [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  "2:2": [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const SAMPLE_RATES: Record<number, number[]> = { 3: [44_100, 48_000, 32_000], 2: [22_050, 24_000, 16_000], 0: [11_025, 12_000, 8_000] };

/** One MPEG audio frame's header. */
export type MpegFrame = { sampleRateHz: number; channelCount: 1 | 2; sampleCount: number; sizeBytes: number; layer: 1 | 2 | 3 };

/** Reads a frame header; null when the four bytes are none, or name no size. */
export function readMpegFrame(bytes: Uint8Array, at: number): MpegFrame | null {
  const [sync, b1 = 0, b2 = 0, b3 = 0] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
  if (sync !== 0xff || (b1 & 0xe0) !== 0xe0) return null;
  const version = (b1 >> 3) & 3;
  const layer = 4 - ((b1 >> 1) & 3);
  const sampleRateHz = SAMPLE_RATES[version]?.[(b2 >> 2) & 3];
  if (sampleRateHz === undefined || (layer !== 1 && layer !== 2 && layer !== 3)) return null;
  const table = version === 3 ? `1:${layer}` : layer === 1 ? "2:1" : "2:2";
  const kilobits = BITRATES[table]?.[b2 >> 4];
  if (!kilobits) return null;
  const padding = (b2 >> 1) & 1;
  const sampleCount = layer === 1 ? 384 : layer === 3 && version !== 3 ? 576 : 1152;
  const slots = Math.floor(((sampleCount / 8) * kilobits * 1000) / sampleRateHz / (layer === 1 ? 4 : 1)) + padding;
  return { sampleRateHz, channelCount: b3 >> 6 === 3 ? 1 : 2, sampleCount, sizeBytes: slots * (layer === 1 ? 4 : 1), layer };
}

/** Walks the frames of MPEG audio as its bytes arrive. A frame counts when another of its kind follows where it ends, or the file ends there. */
export class MpegFrameWalker {
  private carry: Uint8Array = new Uint8Array(0);
  private skipBytes = 0;
  private candidate: MpegFrame | null = null;
  first: MpegFrame | null = null;
  frameCount = 0;
  sampleCount = 0;
  soundBytes = 0;

  push(chunk: Uint8Array): void {
    let at = Math.min(this.skipBytes, chunk.length);
    this.skipBytes -= at;
    if (this.skipBytes > 0) return;
    const bytes = this.carry.length > 0 ? Buffer.concat([this.carry, chunk.subarray(at)]) : chunk;
    if (this.carry.length > 0) at = 0;
    while (at + 10 <= bytes.length) {
      const tagBytes = id3Bytes(bytes, at);
      const frame = tagBytes > 0 ? null : readMpegFrame(bytes, at);
      if (this.candidate && frame && isSameKind(this.candidate, frame)) this.count(this.candidate);
      this.candidate = frame;
      at += tagBytes || frame?.sizeBytes || 1;
    }
    this.skipBytes = Math.max(0, at - bytes.length);
    this.carry = bytes.slice(Math.min(at, bytes.length));
  }

  /** Ends the file: the last frame counts when it is whole and was preceded by others. */
  finish(): void {
    if (this.candidate && this.frameCount > 0 && this.skipBytes === 0 && isSameKind(this.candidate, this.first)) this.count(this.candidate);
    this.candidate = null;
  }

  private count(frame: MpegFrame): void {
    this.first ??= frame;
    this.frameCount++;
    this.sampleCount += frame.sampleCount;
    this.soundBytes += frame.sizeBytes;
  }
}

/** Length of an ID3v2 tag that starts here; 0 where none does. */
export function id3Bytes(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== 0x49 || bytes[at + 1] !== 0x44 || bytes[at + 2] !== 0x33 || bytes.length < at + 10) return 0;
  const size = [6, 7, 8, 9].reduce((sum, i) => sum * 128 + ((bytes[at + i] ?? 0) & 0x7f), 0);
  return 10 + size + ((bytes[at + 5] ?? 0) & 0x10 ? 10 : 0);
}

function isSameKind(a: MpegFrame, b: MpegFrame | null): boolean {
  return b !== null && a.sampleRateHz === b.sampleRateHz && a.layer === b.layer;
}
