import { closeSync, fstatSync, openSync, readSync, writeSync } from "node:fs";

const BYTES_PER_SAMPLE = 2;
const BUFFER_SAMPLES = 128 * 1024;

/** Samples that are worked on at a time: ten seconds. */
export const BLOCK_SAMPLES = 160_000;

/** Writes sound as signed 16 bit little endian, in pieces gathered to large ones. */
export class LegWriter {
  private readonly fd: number;
  private readonly buffer = new Int16Array(BUFFER_SAMPLES);
  private filled = 0;
  sampleCount = 0;

  constructor(path: string) {
    this.fd = openSync(path, "w", 0o600);
  }

  /** Samples from -1 to 1; what is louder is clipped, and what is no number becomes silence. */
  write(samples: Float32Array): void {
    for (let i = 0; i < samples.length; i++) {
      this.buffer[this.filled++] = Math.max(-32_768, Math.min(32_767, Math.round((samples[i] ?? 0) * 32_768)));
      if (this.filled === BUFFER_SAMPLES) this.flush();
    }
    this.sampleCount += samples.length;
  }

  close(): void {
    this.flush();
    closeSync(this.fd);
  }

  private flush(): void {
    writeAll(this.fd, Buffer.from(this.buffer.buffer, 0, this.filled * BYTES_PER_SAMPLE), null);
    this.filled = 0;
  }
}

/** Reads, and may overwrite, what a LegWriter wrote. */
export class LegFile {
  private readonly fd: number;
  readonly sampleCount: number;

  constructor(path: string, mode: "r" | "r+" = "r") {
    this.fd = openSync(path, mode);
    this.sampleCount = Math.floor(fstatSync(this.fd).size / BYTES_PER_SAMPLE);
  }

  /** Samples from `start`, -1 to 1; fewer at the end. */
  read(start: number, count: number): Float32Array {
    const wanted = Math.max(0, Math.min(count, this.sampleCount - start));
    const bytes = Buffer.alloc(wanted * BYTES_PER_SAMPLE);
    let filled = 0;
    while (filled < bytes.length) {
      const got = readSync(this.fd, bytes, filled, bytes.length - filled, start * BYTES_PER_SAMPLE + filled);
      if (got === 0) throw new Error("A leg became shorter while it was read.");
      filled += got;
    }
    const values = new Int16Array(bytes.buffer, bytes.byteOffset, wanted);
    const samples = new Float32Array(wanted);
    for (let i = 0; i < wanted; i++) samples[i] = (values[i] ?? 0) / 32_768;
    return samples;
  }

  overwrite(start: number, samples: Float32Array): void {
    const values = Int16Array.from(samples, (sample) => Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768))));
    writeAll(this.fd, Buffer.from(values.buffer), start * BYTES_PER_SAMPLE);
  }

  close(): void {
    closeSync(this.fd);
  }
}

function writeAll(fd: number, bytes: Buffer, position: number | null): void {
  let written = 0;
  while (written < bytes.length) {
    written += writeSync(fd, bytes, written, bytes.length - written, position === null ? null : position + written);
  }
}
