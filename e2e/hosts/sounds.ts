import { readFileSync } from "node:fs";
import path from "node:path";

type WavOptions = { seconds: number; sampleRateHz?: number; channelCount?: number /** Peak, 0 to 1. */; level?: number; seed?: number };

/** A WAV file of 16 bits: a tone that changes with the seed, so that files of different seeds are different. */
export function makeWav({ seconds, sampleRateHz = 8_000, channelCount = 1, level = 0.5, seed = 1 }: WavOptions): Buffer {
  const frameCount = Math.round(seconds * sampleRateHz);
  const sound = Buffer.alloc(frameCount * channelCount * 2);
  const frequency = 200 + (seed % 400);
  for (let frame = 0; frame < frameCount; frame++) {
    const sample = Math.round(Math.sin((2 * Math.PI * frequency * frame) / sampleRateHz) * level * 32_767);
    for (let channel = 0; channel < channelCount; channel++) sound.writeInt16LE(sample, (frame * channelCount + channel) * 2);
  }
  if (sound.length >= 4) sound.writeUInt32LE(seed >>> 0, sound.length - 4);
  return wrapWav(sound, { tag: 1, bitsPerSample: 16, sampleRateHz, channelCount });
}

type WavFormat = {
  tag: number;
  bitsPerSample: number;
  sampleRateHz: number;
  channelCount: number /** What the header says. */;
  promisedBytes?: number;
};

/** Puts a WAV header before samples; `promisedBytes` lets it lie. */
export function wrapWav(
  sound: Buffer,
  { tag, bitsPerSample, sampleRateHz, channelCount, promisedBytes = sound.length }: WavFormat,
): Buffer {
  const header = Buffer.alloc(44);
  const blockAlign = (channelCount * bitsPerSample) / 8;
  header.write("RIFF", 0, "latin1");
  header.writeUInt32LE((36 + promisedBytes) >>> 0, 4);
  header.write("WAVEfmt ", 8, "latin1");
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(tag, 20);
  header.writeUInt16LE(channelCount, 22);
  header.writeUInt32LE(sampleRateHz, 24);
  header.writeUInt32LE(sampleRateHz * blockAlign, 28);
  header.writeUInt16LE(blockAlign, 32);
  header.writeUInt16LE(bitsPerSample, 34);
  header.write("data", 36, "latin1");
  header.writeUInt32LE(promisedBytes >>> 0, 40);
  return Buffer.concat([header, sound]);
}

export const SAMPLE_FILES = [
  "mono-8k.mp3",
  "stereo-16k.mp3",
  "mono.flac",
  "mono.opus",
  "mono.ogg",
  "mono.aac",
  "mono.m4a",
  "gsm.wav",
  "adpcm.wav",
  "video.mp4",
] as const;

/** A committed sound of two seconds: sounds/README.md says how each was made. */
export function sampleSound(name: (typeof SAMPLE_FILES)[number]): Buffer {
  return readFileSync(path.join(import.meta.dirname, "sounds", name));
}
