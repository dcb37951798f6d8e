import type { AudioMeasures, AudioPeaks } from "../audio-inspection.ts";

const MAX_BUCKETS = 2048;
const SLOTS_PER_SECOND = 100;
/** A slot of 10 ms below this mean power is silence: telephone noise lies under it, speech above. */
const SILENCE_POWER = 10 ** (-50 / 10);

/** Duration above which a file is no call but an attack on the decoder. */
const MAX_SECONDS = 24 * 3600;

/** Measures sound as it streams by, in memory that does not grow with its length. */
export class AudioMeter {
  readonly channelCount: number;
  readonly sampleRateHz: number;
  private readonly framesPerSlot: number;
  private readonly minima: Float32Array[];
  private readonly maxima: Float32Array[];
  private bucketCount = 0;
  private slotsPerBucket = 1;
  private slotsInBucket = 0;
  private framesInSlot = 0;
  private readonly slotPower: Float64Array;
  private slotCount = 0;
  private silentSlots = 0;
  private totalPower = 0;
  private frames = 0;

  constructor(channelCount: number, sampleRateHz: number) {
    if (!(channelCount >= 1 && channelCount <= 8)) throw new Error(`${channelCount} channels`);
    if (!(sampleRateHz >= 1_000 && sampleRateHz <= 384_000)) throw new Error(`a sample rate of ${sampleRateHz} Hz`);
    this.channelCount = channelCount;
    this.sampleRateHz = sampleRateHz;
    this.framesPerSlot = Math.round(sampleRateHz / SLOTS_PER_SECOND);
    const buckets = () => Array.from({ length: channelCount }, () => new Float32Array(MAX_BUCKETS));
    this.minima = buckets();
    this.maxima = buckets();
    this.slotPower = new Float64Array(channelCount);
  }

  get frameCount(): number {
    return this.frames;
  }

  /** Takes `length` frames in, one array a channel, -1 to 1. */
  add(channels: Float32Array[], length: number): void {
    this.frames += length;
    if (this.frames > MAX_SECONDS * this.sampleRateHz) throw new Error("more than 24 hours of sound");
    for (let start = 0; start < length; ) {
      const end = Math.min(length, start + this.framesPerSlot - this.framesInSlot);
      for (let channel = 0; channel < this.channelCount; channel++) {
        const samples = channels[channel];
        if (samples) this.measure(channel, samples, start, end);
      }
      this.framesInSlot += end - start;
      start = end;
      if (this.framesInSlot === this.framesPerSlot) this.endSlot();
    }
  }

  /** The measures of all that was taken in. Throws when that is nothing. */
  finish(): AudioMeasures {
    if (this.frames === 0) throw new Error("no sound in it");
    if (this.framesInSlot > 0) this.endSlot();
    if (this.slotsInBucket > 0) this.endBucket();
    const meanPower = this.totalPower / (this.frames * this.channelCount);
    const durationSeconds = this.frames / this.sampleRateHz;
    const peaks: AudioPeaks = {
      version: 1,
      durationSeconds,
      bucketSeconds: (this.slotsPerBucket * this.framesPerSlot) / this.sampleRateHz,
      channels: Array.from({ length: this.channelCount }, (_, channel) => this.channelPeaks(channel)),
    };
    return {
      durationSeconds,
      channelCount: this.channelCount,
      sampleRateHz: this.sampleRateHz,
      loudnessDb: meanPower > 0 ? Math.max(10 * Math.log10(meanPower), -999) : null,
      silenceRatio: this.silentSlots / this.slotCount,
      peaksJson: JSON.stringify(peaks),
    };
  }

  private measure(channel: number, samples: Float32Array, start: number, end: number): void {
    let min = 1;
    let max = -1;
    let power = 0;
    for (let i = start; i < end; i++) {
      const sample = samples[i] ?? 0;
      if (sample < min) min = sample;
      if (sample > max) max = sample;
      power += sample * sample;
    }
    if (!Number.isFinite(power)) power = finitePower(samples, start, end);
    this.slotPower[channel] = (this.slotPower[channel] ?? 0) + power;
    const minima = this.minima[channel];
    const maxima = this.maxima[channel];
    if (!minima || !maxima) return;
    const isFirst = this.slotsInBucket === 0 && this.framesInSlot === 0;
    minima[this.bucketCount] = isFirst ? min : Math.min(min, minima[this.bucketCount] ?? min);
    maxima[this.bucketCount] = isFirst ? max : Math.max(max, maxima[this.bucketCount] ?? max);
  }

  private endSlot(): void {
    let loudest = 0;
    for (const power of this.slotPower) {
      this.totalPower += power;
      loudest = Math.max(loudest, power / this.framesInSlot);
    }
    this.slotCount++;
    if (loudest < SILENCE_POWER) this.silentSlots++;
    this.slotPower.fill(0);
    this.framesInSlot = 0;
    this.slotsInBucket++;
    if (this.slotsInBucket === this.slotsPerBucket) this.endBucket();
  }

  private endBucket(): void {
    this.bucketCount++;
    this.slotsInBucket = 0;
    if (this.bucketCount < MAX_BUCKETS) return;
    // Full: neighbours are joined, and each bucket from now on stands for twice the time.
    for (const [pick, all] of [[Math.min, this.minima] as const, [Math.max, this.maxima] as const]) {
      for (const values of all) {
        for (let i = 0; i < MAX_BUCKETS / 2; i++) values[i] = pick(values[2 * i] ?? 0, values[2 * i + 1] ?? 0);
      }
    }
    this.bucketCount = MAX_BUCKETS / 2;
    this.slotsPerBucket *= 2;
  }

  private channelPeaks(channel: number): number[] {
    const peaks: number[] = [];
    for (let i = 0; i < this.bucketCount; i++) peaks.push(eighth(this.minima[channel]?.[i]), eighth(this.maxima[channel]?.[i]));
    return peaks;
  }
}

/** Files of floats may hold what is no number: it counts as silence. */
function finitePower(samples: Float32Array, start: number, end: number): number {
  let power = 0;
  for (let i = start; i < end; i++) {
    const squared = (samples[i] ?? 0) ** 2;
    if (squared < 1e6) power += squared;
  }
  return power;
}

function eighth(sample = 0): number {
  return Math.round(Math.min(1, Math.max(-1, sample)) * 127);
}
