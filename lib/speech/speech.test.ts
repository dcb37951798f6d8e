import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { makeWav, wrapWav } from "@/e2e/hosts/sounds";
import { randomFrom } from "@/lib/testing/random-from";
import { packFolder } from "./packs/pack-folder";
import { removePack } from "./packs/remove-pack";
import { prepareAudio, recognizeLocally, type SpeechLanguage } from "./speech";
import { runSpeechJob } from "./speech-pool";
import { installPack } from "./testing/install-pack";
import { speechChildren } from "./testing/speech-children";

// The engine gives way to whatever else runs on the machine.
vi.setConfig({ testTimeout: 120_000 });
const RATE = 8_000;
const random = randomFrom(8);
const going = () => new AbortController().signal;
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "auditoria-speech-"));
  await installPack("vad");
  await installPack("en-tiny");
}, 180_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

test("English on the telephone is heard: its words, in order, with times inside the call", async () => {
  const { legs, durationSeconds, laneReason, speechFoundBy, measures } = await prepare("demo/recordings/en-welcome.mp3");
  expect({ laneReason, speechFoundBy, lanes: legs.length }).toEqual({ laneReason: "mono", speechFoundBy: "silero", lanes: 1 });
  expect(measures.lanes[0]?.talkRatio).toBeGreaterThan(0.8);
  const shares: number[] = [];
  const heard = await recognizeLocally({ legs, language: "en", signal: going(), onProgress: (share) => shares.push(share) });
  expect(heard).toMatchObject({ language: "en", model: "moonshine-tiny-en", wordTimes: "estimated" });
  const said = heard.segments
    .map(({ text }) => text)
    .join(" ")
    .toLowerCase();
  for (const word of ["thank you", "congratulations", "asterisk", "digits", "telephone", "thank you for trying out"])
    expect(said).toContain(word);
  const words = heard.segments.flatMap((segment) => segment.words);
  expect(words.length).toBeGreaterThan(60);
  expect(words.every(({ start, end }, i) => start <= end && start >= (words[i - 1]?.end ?? 0) - 1e-6 && end <= durationSeconds)).toBe(true);
  expect(shares.at(-1)).toBeCloseTo(1);
  expect(shares).toEqual(shares.toSorted((one, other) => one - other));
});

test("two sides of a call are two legs that take turns, in Spanish as in any language", async () => {
  const { legs, laneReason, measures } = await prepare("lib/sample-calls/recording/es-two-sides.mp3");
  expect(laneReason).toBe("stereo");
  expect(legs.map(({ channel }) => channel)).toEqual([0, 1]);
  expect(measures.crossTalkSeconds).toBeLessThan(1);
  expect(measures.lanes.every(({ talkRatio }) => talkRatio > 0.3 && talkRatio < 0.7)).toBe(true);
  for (const { speech } of legs) for (const { start, end } of speech) expect(end - start).toBeLessThanOrEqual(15);
  const { size } = await stat(legs[0]?.path ?? "");
  expect(size / 32_000).toBeCloseTo(legs[0]?.durationSeconds ?? 0, 1);
});

test("the same prompt on both channels, or on one of two, is one leg", async () => {
  const sound = (await readFile("demo/recordings/en-menu.wav")).subarray(-8_000 * 8);
  const stereo = (other: (byte: number) => number) =>
    wrapWav(Buffer.from([...sound].flatMap((byte) => [byte, other(byte)])), {
      tag: 7,
      bitsPerSample: 8,
      sampleRateHz: RATE,
      channelCount: 2,
    });
  const same = await prepare(await write(stereo((byte) => byte)));
  expect({ reason: same.laneReason, legs: same.legs.length }).toEqual({ reason: "same_on_both", legs: 1 });
  const dead = await prepare(await write(stereo(() => 0xff)));
  expect({ reason: dead.laneReason, legs: dead.legs.map(({ channel }) => channel) }).toEqual({ reason: "one_side_silent", legs: [0] });
});

test.each([
  ["silence", () => 0],
  ["noise", () => 0.2 * (random() - 0.5)],
  ["a tone", (i: number) => 0.3 * Math.sin((2 * Math.PI * 425 * i) / RATE)],
])("%s is no speech and gives no text", async (_, at) => {
  const { legs, measures } = await prepare(await write(sixteenBits(10, at)));
  expect(legs.map(({ speech }) => speech)).toEqual([[]]);
  expect(measures).toMatchObject({ silenceRatio: 1, lanes: [{ talkSeconds: 0, loudnessDb: null }] });
  expect((await recognizeLocally({ legs, language: "en", signal: going() })).segments).toEqual([]);
});

test("without the model that finds speech, loudness finds it, and says so", async () => {
  await removePack({ name: "vad" });
  onTestFinished(() => installPack("vad"));
  const { speechFoundBy, legs } = await prepare("demo/recordings/en-welcome.mp3");
  expect(speechFoundBy).toBe("energy");
  const heard = await recognizeLocally({ legs, language: "en", signal: going() });
  expect(
    heard.segments
      .map(({ text }) => text)
      .join(" ")
      .toLowerCase(),
  ).toContain("congratulations");
});

test("a file that is no audio fails in words, and one that was cut as well", async () => {
  await expect(prepare(await write(Buffer.from("<html><title>Sign in</title></html>")))).rejects.toMatchObject({
    reason: "not_audio",
    message: 'It is no audio: HTML page "Sign in".',
  });
  const cut = makeWav({ seconds: 5 }).subarray(0, 30_000);
  await expect(prepare(await write(cut))).rejects.toMatchObject({
    reason: "not_audio",
    message: expect.stringMatching(/promises .* more than there are/),
  });
});

test.each<[SpeechLanguage | "auto", string[]]>([
  ["es", ["es"]],
  ["auto", ["es"]],
  ["pt", []],
])("a language without its pack (%s) says which packs would help", async (language, packs) => {
  await expect(recognizeLocally({ legs: [], language, signal: going() })).rejects.toMatchObject({ reason: "pack_missing", packs });
});

test("a pack that was damaged is not loaded, which could end the engine", async () => {
  const weights = path.join(packFolder("en-tiny"), "encoder_model.onnx");
  const bytes = await readFile(weights);
  await writeFile(weights, Buffer.from(bytes).fill(0, 1_000, 2_000));
  onTestFinished(() => writeFile(weights, bytes));
  await endEngine();
  await expect(recognizeLocally({ legs: [], language: "en", signal: going() })).rejects.toMatchObject({
    reason: "pack_missing",
    message: "The pack en-tiny is damaged: add it again.",
    packs: ["en-tiny"],
  });
});

test("a job that is cancelled has no process left when it says so", async () => {
  await endEngine();
  expect(await speechChildren()).toEqual([]);
  const signal = AbortSignal.abort();
  await expect(recognizeLocally({ legs: [], language: "en", signal })).rejects.toMatchObject({ reason: "cancelled" });
});

test("a job that waits can be cancelled without touching the one that runs", async () => {
  const file = await write(longCall());
  const workDirs = await Promise.all(Array.from({ length: 8 }, workDir));
  const running = prepareAudio({ path: file, workDir: await workDir(), signal: going() });
  const cancel = new AbortController();
  const waiting = workDirs.map((dir) => prepareAudio({ path: file, workDir: dir, signal: cancel.signal }).catch((error: unknown) => error));
  cancel.abort();
  for (const failure of await Promise.all(waiting)) expect(failure).toMatchObject({ reason: "cancelled" });
  expect((await running).durationSeconds).toBeCloseTo(600);
});

test("an engine that is killed fails its job in words, and the next job works", async () => {
  const job = prepareAudio({
    path: await write(longCall()),
    workDir: await workDir(),
    signal: going(),
    onProgress: () => void speechChildren().then((pids) => pids.map((pid) => process.kill(pid, "SIGKILL"))),
  });
  await expect(job).rejects.toMatchObject({ reason: "engine_failed", message: "The speech engine failed: it ended with SIGKILL." });
  expect((await prepare("demo/recordings/en-menu.wav")).durationSeconds).toBeGreaterThan(30);
});

test("an engine that was killed while it was idle is nobody's failure", async () => {
  const file = "demo/recordings/en-menu.wav";
  await prepare(file);
  for (const pid of await speechChildren()) process.kill(pid, "SIGKILL");
  expect((await prepare(file)).durationSeconds).toBeGreaterThan(30);
});

test("an engine is replaced after twenty jobs", async () => {
  const file = await write(sixteenBits(0.5, () => 0));
  await endEngine();
  const pids = new Set<number | undefined>();
  for (let job = 0; job < 21; job++) {
    await prepare(file);
    pids.add((await speechChildren())[0]);
  }
  expect([...pids].filter((pid) => pid !== undefined)).toHaveLength(2);
});

test("a job that takes longer than its limit fails, and its engine is gone", async () => {
  const request = { kind: "prepare", path: await write(longCall()), workDir: await workDir(), ffmpegPath: null, vadFolder: null } as const;
  const job = runSpeechJob({ request, signal: going(), timeoutMs: 60_000, timeoutMsFor: () => 0 });
  await expect(job).rejects.toMatchObject({ reason: "out_of_time", message: "The speech engine took too long for this recording." });
  expect(await speechChildren()).toEqual([]);
});

test("a queue that is full refuses in words", async () => {
  const cancel = new AbortController();
  const file = await write(longCall());
  const refusals = Array.from({ length: 90 }, async (_, i) => {
    const failure = await prepareAudio({ path: file, workDir: path.join(folder, `full-${i}`), signal: cancel.signal }).catch(
      (error: unknown) => error,
    );
    // The first one to be refused ends the wait of all others.
    cancel.abort();
    return failure;
  });
  expect(await Promise.all(refusals)).toContainEqual(
    expect.objectContaining({ reason: "busy", message: "64 recordings wait for the speech engine already. Try again later." }),
  );
});

/** The next job is the first one of a fresh engine. */
async function endEngine(): Promise<void> {
  const cancel = new AbortController();
  const job = prepareAudio({
    path: await write(longCall()),
    workDir: await workDir(),
    signal: cancel.signal,
    onProgress: () => cancel.abort(),
  });
  await expect(job).rejects.toMatchObject({ reason: "cancelled" });
}

function longCall(): Buffer {
  return sixteenBits(600, (i) => 0.1 * Math.sin(i / 7));
}

function sixteenBits(seconds: number, at: (i: number) => number): Buffer {
  const samples = Int16Array.from({ length: seconds * RATE }, (_, i) => Math.round(at(i) * 32_767));
  return wrapWav(Buffer.from(samples.buffer), { tag: 1, bitsPerSample: 16, sampleRateHz: RATE, channelCount: 1 });
}

async function write(bytes: Uint8Array): Promise<string> {
  const file = path.join(await workDir(), "recording");
  await writeFile(file, bytes);
  return file;
}

function workDir(): Promise<string> {
  return mkdtemp(path.join(folder, "work-"));
}

async function prepare(file: string) {
  return prepareAudio({ path: path.resolve(file), workDir: await workDir(), signal: going() });
}
