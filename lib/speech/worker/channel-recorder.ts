import path from "node:path";
import type { SampleSink } from "../../recordings/decoding/worker/sample-sink.ts";
import { LegWriter } from "./leg-file.ts";
import { Resampler } from "./resampler.ts";

/** Duration above which a file is no call but an attack on the disk. */
const MAX_SECONDS = 24 * 3600;

type Channel = { path: string; resampler: Resampler; writer: LegWriter };

/** Writes each channel of what is decoded into a file of its own, at 16 kHz, in memory that does not grow with its length. */
export class ChannelRecorder implements SampleSink {
  private readonly channels: Channel[];
  private readonly rateHz: number;
  frameCount = 0;
  /** What went wrong with the files, which is no fault of the sound. */
  fault: unknown = null;

  constructor({ workDir, channelCount, rateHz }: { workDir: string; channelCount: number; rateHz: number }) {
    if (!(channelCount >= 1 && channelCount <= 8)) throw new Error(`${channelCount} channels`);
    if (!(rateHz >= 1_000 && rateHz <= 384_000)) throw new Error(`a sample rate of ${rateHz} Hz`);
    this.rateHz = rateHz;
    this.channels = Array.from({ length: channelCount }, (_, channel) => {
      const file = path.join(workDir, `channel-${channel}.pcm`);
      return { path: file, resampler: new Resampler(rateHz), writer: new LegWriter(file) };
    });
  }

  add(samples: Float32Array[], length: number): void {
    this.frameCount += length;
    if (this.frameCount > MAX_SECONDS * this.rateHz) throw new Error("more than 24 hours of sound");
    try {
      for (const [channel, { resampler, writer }] of this.channels.entries()) {
        const own = samples[channel];
        if (own) writer.write(resampler.push(own, length));
      }
    } catch (error) {
      this.fault = error;
      throw error;
    }
  }

  /** Ends the files, and gives their paths, one a channel. */
  finish(): { paths: string[]; durationSeconds: number } {
    for (const { resampler, writer } of this.channels) {
      writer.write(resampler.finish());
      writer.close();
    }
    return { paths: this.channels.map((channel) => channel.path), durationSeconds: this.frameCount / this.rateHz };
  }
}
