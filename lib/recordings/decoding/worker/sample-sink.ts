/** Takes decoded sound as it streams by. Its arrays are gone after the call. */
export type SampleSink = {
  readonly frameCount: number;
  /** `length` frames, one array a channel, -1 to 1. */
  add(channels: Float32Array[], length: number): void;
};

/** Opens a sink as soon as the sound says how many channels and what rate it has. Throws where it takes no such sound. */
export type OpenSink<Sink extends SampleSink> = (channelCount: number, sampleRateHz: number) => Sink;
