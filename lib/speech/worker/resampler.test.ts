import { expect, test } from "vitest";
import { Resampler, SPEECH_RATE_HZ } from "./resampler";

const RATES = [8_000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000];

test.each(RATES)("a tone goes in at %i Hz and comes out at 16 kHz, as long and as loud, and nothing with it", (rateHz) => {
  const output = resample(tone(1_000, rateHz, 1), rateHz);
  expect(output.length).toBe(SPEECH_RATE_HZ);
  const { atTone, elsewhere } = split(output, 1_000);
  expect(10 * Math.log10(atTone / 0.125)).toBeCloseTo(0, 1);
  expect(10 * Math.log10(elsewhere / atTone)).toBeLessThan(-50);
});

test.each([
  [24_000, 9_000],
  [32_000, 9_000],
  [44_100, 8_700],
  [44_100, 15_000],
  [48_000, 8_600],
  [48_000, 12_000],
  [48_000, 23_000],
])("what of %i Hz sound can't be said at 16 kHz (%i Hz) is more than 50 dB down, and folds back nowhere", (rateHz, frequency) => {
  expect(10 * Math.log10(power(resample(tone(frequency, rateHz, 1), rateHz)) / 0.125)).toBeLessThan(-50);
});

test("telephone sound gets no mirror image above 4 kHz", () => {
  const output = resample(tone(3_400, 8_000, 1), 8_000);
  const { atTone, elsewhere } = split(output, 3_400);
  expect(10 * Math.log10(atTone / 0.125)).toBeGreaterThan(-1);
  expect(10 * Math.log10(elsewhere / atTone)).toBeLessThan(-50);
});

test.each(RATES)("pieces of any size make the same sound as one piece at %i Hz", (rateHz) => {
  const sound = tone(440, rateHz, 0.5);
  const whole = resample(sound, rateHz);
  const resampler = new Resampler(rateHz);
  const parts: number[] = [];
  for (let at = 0, size = 1; at < sound.length; at += size, size = (size * 7 + 3) % 991) {
    const piece = sound.subarray(at, at + size);
    parts.push(...resampler.push(piece, piece.length));
  }
  parts.push(...resampler.finish());
  expect(Float32Array.from(parts)).toEqual(whole);
});

test("a click stays where it was", () => {
  const sound = new Float32Array(8_000);
  sound[4_000] = 1;
  const output = resample(sound, 8_000);
  expect(output.indexOf(Math.max(...output))).toBe(8_000);
});

function resample(sound: Float32Array, rateHz: number): Float32Array {
  const resampler = new Resampler(rateHz);
  return Float32Array.from([...resampler.push(sound, sound.length), ...resampler.finish()]);
}

/** A tone of half scale that comes and goes softly, so that its ends are no sound of their own. */
function tone(frequency: number, rateHz: number, seconds: number): Float32Array {
  const length = Math.round(rateHz * seconds);
  const ramp = length / 10;
  return Float32Array.from({ length }, (_, i) => {
    const edge = Math.min(1, i / ramp, (length - 1 - i) / ramp);
    return (Math.sin((2 * Math.PI * frequency * i) / rateHz) / 2) * Math.sin((Math.PI / 2) * edge) ** 2;
  });
}

/** Mean power of the middle half. */
function power(sound: Float32Array): number {
  const middle = sound.subarray(sound.length / 4, (sound.length * 3) / 4);
  return middle.reduce((sum, sample) => sum + sample * sample, 0) / middle.length;
}

/** Power of the middle half at one frequency, and of all the rest. */
function split(sound: Float32Array, frequency: number): { atTone: number; elsewhere: number } {
  const middle = sound.subarray(sound.length / 4, (sound.length * 3) / 4);
  let [re, im] = [0, 0];
  const angle = (i: number) => (2 * Math.PI * frequency * i) / SPEECH_RATE_HZ;
  for (const [i, sample] of middle.entries()) {
    re += sample * Math.cos(angle(i));
    im += sample * Math.sin(angle(i));
  }
  [re, im] = [(2 * re) / middle.length, (2 * im) / middle.length];
  let elsewhere = 0;
  for (const [i, sample] of middle.entries()) elsewhere += (sample - re * Math.cos(angle(i)) - im * Math.sin(angle(i))) ** 2;
  return { atTone: (re * re + im * im) / 2, elsewhere: elsewhere / middle.length };
}
