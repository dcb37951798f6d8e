import { BLOCK_SAMPLES, LegFile } from "./leg-file.ts";

/** Slots that loudness is kept in: 10 ms at 16 kHz. */
export const SLOT_SAMPLES = 160;
export const SLOTS_PER_SECOND = 100;

/** Mean power of each 10 ms of a channel, full scale being 1. */
export type SlotPowers = Float32Array;

export type ChannelMeasures = {
  powers: SlotPowers[];
  /** Of the two channels, -1 to 1; 0 for one channel, or where one of two is constant. */
  correlation: number;
};

/** Measures one or two channels in one pass over their files. */
export function measureChannels(paths: string[]): ChannelMeasures {
  const files = paths.map((file) => new LegFile(file));
  const powers = files.map(({ sampleCount }) => new Float32Array(Math.ceil(sampleCount / SLOT_SAMPLES)));
  const sums = new PairSums();
  const longest = Math.max(...files.map(({ sampleCount }) => sampleCount));
  for (let start = 0; start < longest; start += BLOCK_SAMPLES) {
    const blocks = files.map((file) => file.read(start, BLOCK_SAMPLES));
    for (const [channel, block] of blocks.entries()) {
      const own = powers[channel];
      if (own) addPowers(own, block, start / SLOT_SAMPLES);
    }
    const [one, other] = blocks;
    if (one && other) sums.add(one, other);
  }
  for (const file of files) file.close();
  return { powers, correlation: sums.correlation() };
}

/** Writes the mean power of each slot of a block into `powers`, from slot `first` on. */
function addPowers(powers: SlotPowers, block: Float32Array, first: number): void {
  for (let start = 0, slot = first; start < block.length; start += SLOT_SAMPLES, slot++) {
    const end = Math.min(block.length, start + SLOT_SAMPLES);
    let power = 0;
    for (let i = start; i < end; i++) power += (block[i] ?? 0) ** 2;
    powers[slot] = power / (end - start);
  }
}

class PairSums {
  private count = 0;
  private one = 0;
  private other = 0;
  private oneOne = 0;
  private otherOther = 0;
  private both = 0;

  add(ones: Float32Array, others: Float32Array): void {
    const length = Math.min(ones.length, others.length);
    this.count += length;
    for (let i = 0; i < length; i++) {
      const [a, b] = [ones[i] ?? 0, others[i] ?? 0];
      this.one += a;
      this.other += b;
      this.oneOne += a * a;
      this.otherOther += b * b;
      this.both += a * b;
    }
  }

  correlation(): number {
    const { count, one, other } = this;
    if (count === 0) return 0;
    const spread = Math.sqrt((this.oneOne - (one * one) / count) * (this.otherOther - (other * other) / count));
    return spread > 0 ? (this.both - (one * other) / count) / spread : 0;
  }
}

/** Mean of the powers, 0 for none. */
export function meanPower(powers: SlotPowers): number {
  let sum = 0;
  for (const power of powers) sum += power;
  return powers.length > 0 ? sum / powers.length : 0;
}
