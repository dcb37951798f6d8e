import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeWav, SAMPLE_FILES, sampleSound, wrapWav } from "@/e2e/hosts/sounds";
import { writeSound } from "../testing/write-sound";
import type { AudioPeaks } from "./audio-inspection";
import { findFfmpeg } from "./find-ffmpeg";
import { inspectAudio } from "./inspect-audio";

const inspect = async (bytes: Uint8Array, options: { ffmpegPath?: null; timeoutMs?: number } = {}) =>
  inspectAudio({ path: await writeSound(bytes), ...options });

async function measure(bytes: Uint8Array) {
  const inspection = await inspect(bytes, { ffmpegPath: null });
  if (!inspection.isAudio) throw new Error(inspection.detail);
  const peaks: AudioPeaks = JSON.parse(inspection.peaksJson);
  return { ...inspection, peaks };
}

const ffmpeg = await findFfmpeg();

test.each([
  ["mono-8k.mp3", "audio/mpeg", 1, 8_000],
  ["stereo-16k.mp3", "audio/mpeg", 2, 16_000],
  ["mono.flac", "audio/flac", 1, 8_000],
  ["mono.opus", "audio/ogg", 1, 48_000],
  ["mono.ogg", "audio/ogg", 1, 16_000],
  ["mono.aac", "audio/aac", 1, 32_000],
  ["mono.m4a", "audio/mp4", 1, 16_000],
  ["adpcm.wav", "audio/wav", 1, 8_000],
  ["video.mp4", "video/mp4", 1, 16_000],
] as const)("%s is known without ffmpeg", async (name, mediaType, channelCount, sampleRateHz) => {
  const inspection = await inspect(sampleSound(name), { ffmpegPath: null });
  expect(inspection).toMatchObject({ isAudio: true, mediaType, channelCount, sampleRateHz });
  expect(inspection.isAudio && inspection.durationSeconds).toBeGreaterThan(1.9);
  expect(inspection.isAudio && inspection.durationSeconds).toBeLessThan(2.3);
});

test.skipIf(ffmpeg === null).each(SAMPLE_FILES)("%s is known where there is an ffmpeg", async (name) => {
  expect(await inspect(sampleSound(name))).toMatchObject({ isAudio: true, lookedLike: expect.stringMatching(/, 2\.\d s$/) });
});

test("GSM without an ffmpeg says what is missing, and is not called broken", async () => {
  expect(await inspect(sampleSound("gsm.wav"), { ffmpegPath: null })).toMatchObject({
    isAudio: false,
    reason: "decoder_missing",
    detail: "It is WAV of format 0x31, which needs ffmpeg on the PATH, and there is none.",
  });
});

const HALF_SCALE: [string, number, number, (bytes: Buffer, at: number, sample: number) => void][] = [
  ["8 bits", 1, 8, (bytes, at, sample) => bytes.writeUInt8(Math.round(sample * 128) + 128, at)],
  ["16 bits", 1, 16, (bytes, at, sample) => bytes.writeInt16LE(Math.round(sample * 32_767), at)],
  ["24 bits", 1, 24, (bytes, at, sample) => bytes.writeIntLE(Math.round(sample * 8_388_607), at, 3)],
  ["32 bits", 1, 32, (bytes, at, sample) => bytes.writeInt32LE(Math.round(sample * 2_147_483_647), at)],
  ["floats", 3, 32, (bytes, at, sample) => bytes.writeFloatLE(sample, at)],
  ["doubles", 3, 64, (bytes, at, sample) => bytes.writeDoubleLE(sample, at)],
];

test.each(HALF_SCALE)("WAV of %s is measured", async (_name, tag, bitsPerSample, write) => {
  const sound = Buffer.alloc((8_001 * bitsPerSample) / 8);
  for (let i = 0; i < 8_001; i++) write(sound, (i * bitsPerSample) / 8, Math.sin((2 * Math.PI * 300 * i) / 8_000) / 2);
  const measured = await measure(wrapWav(sound, { tag, bitsPerSample, sampleRateHz: 8_000, channelCount: 1 }));
  expect(measured.durationSeconds).toBeCloseTo(1, 3);
  expect(measured.loudnessDb).toBeCloseTo(-9.03, 1);
  expect(Math.max(...(measured.peaks.channels[0] ?? []))).toBeCloseTo(64, -1);
});

test.each([
  ["A-law", 6, 0xaa, 0x2a],
  ["µ-law", 7, 0x80, 0x00],
])("WAV of %s is measured, full scale at full scale", async (_name, tag, highest, lowest) => {
  const sound = Buffer.from(Array.from({ length: 8_000 }, (_, i) => (i % 2 ? highest : lowest)));
  const measured = await measure(wrapWav(sound, { tag, bitsPerSample: 8, sampleRateHz: 8_000, channelCount: 1 }));
  expect(measured.loudnessDb).toBeCloseTo(-0.1, 0);
});

test("silence is told from sound, and digital silence has no loudness", async () => {
  const loud = makeWav({ seconds: 1 }).subarray(44);
  const halfSilent = wrapWav(Buffer.concat([loud, Buffer.alloc(loud.length)]), FORMAT_16);
  expect((await measure(halfSilent)).silenceRatio).toBeCloseTo(0.5, 2);
  expect(await measure(wrapWav(Buffer.alloc(16_000), FORMAT_16))).toMatchObject({ loudnessDb: null, silenceRatio: 1 });
});

test("each channel has a waveform of its own, of as many buckets for a short call as for a long one", async () => {
  const frames = Buffer.alloc(60 * 8_000 * 4);
  for (let i = 0; i < frames.length; i += 4) frames.writeInt16LE(i % 8 ? 16_384 : -16_384, i);
  const { peaks } = await measure(wrapWav(frames, { ...FORMAT_16, channelCount: 2 }));
  expect(peaks.channels.map((channel) => [Math.min(...channel), Math.max(...channel)])).toEqual([
    [-63, 64],
    [0, 0],
  ]);
  const bucketCount = (peaks.channels[0]?.length ?? 0) / 2;
  expect(bucketCount).toBeGreaterThan(1_000);
  expect(bucketCount * peaks.bucketSeconds).toBeCloseTo(60, 0);
  expect((await measure(makeWav({ seconds: 600 }))).peaks.channels[0]?.length).toBeLessThanOrEqual(2 * 2_048);
});

test("floats that are no numbers count as silence", async () => {
  const sound = Buffer.alloc(8_000 * 4);
  for (let i = 0; i < 8_000; i++) sound.writeFloatLE([Number.NaN, Number.POSITIVE_INFINITY, 1e38, 0][i % 4] ?? 0, i * 4);
  expect(await measure(wrapWav(sound, { ...FORMAT_16, tag: 3, bitsPerSample: 32 }))).toMatchObject({ loudnessDb: null, silenceRatio: 1 });
});

describe("a WAV header", () => {
  const sound = makeWav({ seconds: 1 }).subarray(44);

  test("may be followed by other chunks of any size before its sound", async () => {
    const wav = wrapWav(sound, FORMAT_16);
    const chunk = Buffer.concat([Buffer.from("LIST"), Buffer.from([0x11, 0x70, 0x04, 0]), Buffer.alloc(0x47011 + 1)]);
    expect(await measure(Buffer.concat([wav.subarray(0, 36), chunk, wav.subarray(36)]))).toMatchObject({ durationSeconds: 1 });
  });

  test("may leave its length open, as writers to a pipe do, and is unfinished when it says zero", async () => {
    expect(await measure(wrapWav(sound, { ...FORMAT_16, promisedBytes: 0xffffffff }))).toMatchObject({
      durationSeconds: 1,
      isUnfinished: false,
    });
    expect(await measure(wrapWav(sound, { ...FORMAT_16, promisedBytes: 0 }))).toMatchObject({ durationSeconds: 1, isUnfinished: true });
  });

  test("may count itself in its length, and no more than that", async () => {
    expect(await measure(wrapWav(sound, { ...FORMAT_16, promisedBytes: sound.length + 44 }))).toMatchObject({ durationSeconds: 1 });
    const cut = wrapWav(sound, { ...FORMAT_16, promisedBytes: sound.length + 100 });
    expect(await inspect(cut)).toMatchObject({ isAudio: false, reason: "cut_short" });
  });

  test("that promises the impossible is refused", async () => {
    for (const format of [{ channelCount: 0 }, { channelCount: 200 }, { sampleRateHz: 0 }, { sampleRateHz: 2 ** 30 }, { tag: 99 }]) {
      expect(await inspect(wrapWav(sound, { ...FORMAT_16, ...format }))).toMatchObject({ isAudio: false });
    }
  });
});

test.each([
  ["mono.m4a", 0.5],
  ["mono.opus", 0.55],
  ["mono.flac", 0.5],
  ["mono-8k.mp3", 0.5],
] as const)("%s cut short is found out", async (name, share) => {
  const whole = sampleSound(name);
  expect(await inspect(whole.subarray(0, whole.length * share))).toMatchObject({ isAudio: false });
});

test("a file that overruns its decoder's time is given up, and the next file finds a decoder", async () => {
  const long = makeWav({ seconds: 1_000 });
  expect(await inspect(long, { timeoutMs: 1 })).toMatchObject({ isAudio: false, lookedLike: "file that overruns its decoder" });
  expect(await inspect(long)).toMatchObject({ isAudio: true, durationSeconds: 1_000 });
});

test("damage of any kind gives a verdict, never a crash", async () => {
  const damage = fc.record({
    name: fc.constantFrom(...SAMPLE_FILES),
    writes: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.uint8Array({ minLength: 1, maxLength: 64 })), {
      maxLength: 8,
    }),
    keep: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  await fc.assert(
    fc.asyncProperty(damage, async ({ name, writes, keep }) => {
      const bytes = Buffer.from(sampleSound(name));
      for (const [position, noise] of writes)
        bytes.set(noise.subarray(0, bytes.length), Math.floor(position * Math.max(0, bytes.length - 64)));
      const inspection = await inspect(bytes.subarray(0, Math.ceil(keep * bytes.length)), { ffmpegPath: null });
      expect(typeof inspection.isAudio).toBe("boolean");
    }),
    { numRuns: 200, seed: 20261123 },
  );
});

const FORMAT_16 = { tag: 1, bitsPerSample: 16, sampleRateHz: 8_000, channelCount: 1 };
