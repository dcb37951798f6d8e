/** Zero crossings of the sinc on each side: with the window below, 60 dB down within a twelfth of the lower rate. */
const ZERO_CROSSINGS = 24;
const KAISER_BETA = 6;
/** Middle of the transition band, as a share of half the lower rate. */
const CUTOFF = 0.925;

/** Rate that the models hear at. */
export const SPEECH_RATE_HZ = 16_000;

/**
 * Brings sound of any rate to 16 kHz, in pieces, by a windowed sinc in its polyphase form. What would alias is at least 50 dB down; the
 * recogniser's own resampling costs it two thirds of its accuracy on telephone sound.
 */
export class Resampler {
  private readonly up: number;
  private readonly down: number;
  private readonly taps: number;
  /** One row of taps a phase. */
  private readonly phases: Float32Array;
  private pending: Float32Array;
  private pendingCount: number;
  private phase = 0;
  /** Samples that are to come and of which none will be heard. */
  private skipCount = 0;
  private inputCount = 0;
  private outputCount = 0;

  constructor(rateHz: number) {
    const divisor = greatestCommonDivisor(SPEECH_RATE_HZ, rateHz);
    this.up = SPEECH_RATE_HZ / divisor;
    this.down = rateHz / divisor;
    const bandwidth = Math.min(1, SPEECH_RATE_HZ / rateHz) * CUTOFF;
    const half = this.up === this.down ? 0 : Math.ceil(ZERO_CROSSINGS / bandwidth);
    this.taps = 2 * half;
    this.phases = makePhases(this.up, half, bandwidth);
    // The first output sits on the first input: what would lie before it is silence.
    this.pending = new Float32Array(Math.max(0, half - 1));
    this.pendingCount = this.pending.length;
  }

  /** What can be said after these samples. The result is new, and may be empty. */
  push(samples: Float32Array, length: number): Float32Array {
    this.inputCount += length;
    if (this.taps === 0) {
      this.outputCount += length;
      return samples.slice(0, length);
    }
    this.append(samples, length);
    const { taps, up, down, phases, pending, pendingCount } = this;
    const output = new Float32Array(Math.max(0, Math.ceil(((pendingCount - taps + 1) * up) / down) + 1));
    let count = 0;
    let start = 0;
    let phase = this.phase;
    while (start + taps <= pendingCount) {
      let sum = 0;
      const row = phase * taps;
      for (let tap = 0; tap < taps; tap++) sum += (phases[row + tap] ?? 0) * (pending[start + tap] ?? 0);
      output[count++] = sum;
      phase += down;
      start += Math.floor(phase / up);
      phase %= up;
    }
    this.phase = phase;
    const consumed = Math.min(start, pendingCount);
    pending.copyWithin(0, consumed, pendingCount);
    this.pendingCount = pendingCount - consumed;
    // A step may lead past what is there.
    this.skipCount = start - consumed;
    this.outputCount += count;
    return output.subarray(0, count);
  }

  /** The rest, as if silence followed. Together with what came before, as long as the sound that went in. */
  finish(): Float32Array {
    const wanted = Math.round((this.inputCount * this.up) / this.down) - this.outputCount;
    if (this.taps === 0 || wanted <= 0) return new Float32Array(0);
    const rest = this.push(new Float32Array(this.taps + this.skipCount), this.taps + this.skipCount);
    const result = new Float32Array(wanted);
    result.set(rest.subarray(0, wanted));
    return result;
  }

  private append(samples: Float32Array, length: number): void {
    const skipped = Math.min(this.skipCount, length);
    this.skipCount -= skipped;
    const needed = this.pendingCount + length - skipped;
    if (needed > this.pending.length) {
      const grown = new Float32Array(Math.max(needed, 2 * this.pending.length));
      grown.set(this.pending.subarray(0, this.pendingCount));
      this.pending = grown;
    }
    this.pending.set(samples.subarray(skipped, length), this.pendingCount);
    this.pendingCount = needed;
  }
}

function makePhases(phaseCount: number, half: number, bandwidth: number): Float32Array {
  const taps = 2 * half;
  const phases = new Float32Array(phaseCount * taps);
  for (let phase = 0; phase < phaseCount; phase++) {
    let sum = 0;
    for (let tap = 0; tap < taps; tap++) {
      const distance = tap - (half - 1) - phase / phaseCount;
      const value = bandwidth * sinc(bandwidth * distance) * kaiser(distance / half);
      phases[phase * taps + tap] = value;
      sum += value;
    }
    // Each phase passes a constant as it is.
    for (let tap = 0; tap < taps; tap++) phases[phase * taps + tap] = (phases[phase * taps + tap] ?? 0) / sum;
  }
  return phases;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

function kaiser(x: number): number {
  return Math.abs(x) >= 1 ? 0 : bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel(KAISER_BETA);
}

/** Modified Bessel function of the first kind, order zero, by its series. */
function bessel(x: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; term > sum * 1e-12; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
