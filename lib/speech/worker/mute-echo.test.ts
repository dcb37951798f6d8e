import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { LegFile, LegWriter } from "./leg-file";
import { measureChannels } from "./measure-channels";
import { findEcho, muteSlots } from "./mute-echo";

const RATE = 16_000;
const folder = mkdtempSync(path.join(tmpdir(), "auditoria-speech-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Noise bursts of 200 ms with pauses of 50 ms, as syllables are, between two times. */
function talk(into: Float32Array, from: number, to: number, level: number): void {
  let seed = 1;
  for (let i = from * RATE; i < to * RATE; i++) {
    seed = (seed * 16_807) % 2_147_483_647;
    if (i % (RATE / 4) < RATE / 5) into[i] = (into[i] ?? 0) + level * ((2 * seed) / 2_147_483_647 - 1);
  }
}

function addEcho(of: Float32Array, into: Float32Array, decibels: number, lateSeconds: number): void {
  const late = Math.round(lateSeconds * RATE);
  for (let i = late; i < into.length; i++) into[i] = (into[i] ?? 0) + (of[i - late] ?? 0) * 10 ** (decibels / 20);
}

function mute(own: Float32Array, other: Float32Array): Float32Array {
  const paths = [own, other].map((sound, channel) => {
    const file = path.join(folder, `${channel}.pcm`);
    const writer = new LegWriter(file);
    writer.write(sound);
    writer.close();
    return file;
  });
  const { powers } = measureChannels(paths);
  const [ownPowers, otherPowers] = [powers[0] ?? new Float32Array(), powers[1] ?? new Float32Array()];
  const file = paths[0] ?? "";
  muteSlots({ path: file, muted: findEcho({ own: ownPowers, other: otherPowers }), powers: ownPowers });
  const leg = new LegFile(file);
  const sound = leg.read(0, leg.sampleCount);
  leg.close();
  return sound;
}

const powerBetween = (sound: Float32Array, from: number, to: number) =>
  sound.subarray(from * RATE, to * RATE).reduce((sum, sample) => sum + sample * sample, 0) / ((to - from) * RATE);

test("the echo of the other side is muted to its end, and what is said in its own time stays as it was", () => {
  const [own, other] = [new Float32Array(12 * RATE), new Float32Array(12 * RATE)];
  talk(own, 0, 4, 0.3);
  talk(other, 5, 9, 0.3);
  addEcho(other, own, -20, 0.04);
  const heard = mute(own, other);
  expect(powerBetween(heard, 0, 4)).toBeCloseTo(powerBetween(own, 0, 4), 5);
  expect(powerBetween(own, 5, 9.1)).toBeGreaterThan(1e-5);
  expect(powerBetween(heard, 5.02, 9.1)).toBeLessThan(1e-7);
});

test("who speaks at the same time as the other side is heard", () => {
  const [own, other] = [new Float32Array(6 * RATE), new Float32Array(6 * RATE)];
  talk(other, 0, 6, 0.3);
  talk(own, 2, 4, 0.25);
  addEcho(other, own, -20, 0.04);
  const heard = mute(own, other);
  expect(powerBetween(heard, 2, 4) / powerBetween(own, 2, 4)).toBeGreaterThan(0.95);
  expect(powerBetween(heard, 4.3, 6)).toBeLessThan(1e-7);
});

test("noise that is louder on one side mutes nobody", () => {
  const [own, other] = [new Float32Array(4 * RATE), new Float32Array(4 * RATE)];
  talk(own, 1, 3, 0.0002);
  talk(other, 0, 4, 0.001);
  expect(powerBetween(mute(own, other), 0, 4) / powerBetween(own, 0, 4)).toBeGreaterThan(0.95);
});
