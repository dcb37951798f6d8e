import { open } from "node:fs/promises";
import type { Leg } from "@/lib/speech/speech";
import type { Piece } from "./cut-leg";

const SAMPLE_RATE_HZ = 16_000;
const BYTES_A_SAMPLE = 2;
const HEADER_BYTES = 44;

/** A piece of a leg as a WAV file: mono, 16 kHz, 16 bit. */
export async function readPiece({ path }: Pick<Leg, "path">, { start, end }: Piece): Promise<Buffer<ArrayBuffer>> {
  const from = Math.round(start * SAMPLE_RATE_HZ) * BYTES_A_SAMPLE;
  const length = Math.round((end - start) * SAMPLE_RATE_HZ) * BYTES_A_SAMPLE;
  const wav = Buffer.alloc(HEADER_BYTES + length);
  const file = await open(path, "r");
  try {
    await file.read(wav, HEADER_BYTES, length, from);
  } finally {
    await file.close();
  }
  writeHeader(wav, length);
  return wav;
}

function writeHeader(wav: Buffer, dataBytes: number): void {
  wav.write("RIFF", 0, "latin1");
  wav.writeUInt32LE(HEADER_BYTES - 8 + dataBytes, 4);
  wav.write("WAVEfmt ", 8, "latin1");
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(SAMPLE_RATE_HZ, 24);
  wav.writeUInt32LE(SAMPLE_RATE_HZ * BYTES_A_SAMPLE, 28);
  wav.writeUInt16LE(BYTES_A_SAMPLE, 32);
  wav.writeUInt16LE(BYTES_A_SAMPLE * 8, 34);
  wav.write("data", 36, "latin1");
  wav.writeUInt32LE(dataBytes, 40);
}
