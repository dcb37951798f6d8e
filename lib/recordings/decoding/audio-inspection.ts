/** What one pass over a file's sound gives. */
export type AudioMeasures = {
  durationSeconds: number;
  channelCount: number;
  sampleRateHz: number;
  /** Mean loudness in dBFS over all channels; null for digital silence. */
  loudnessDb: number | null;
  /** Share of the time in which every channel is quiet, 0 to 1. */
  silenceRatio: number;
  /** JSON of AudioPeaks, as it is stored and served. */
  peaksJson: string;
};

/** The waveform that a player draws: per channel, minimum and maximum of each bucket in turn, -127 to 127. Buckets are of equal length. */
export type AudioPeaks = { version: 1; durationSeconds: number; bucketSeconds: number; channels: number[][] };

/** A file's verdict. `lookedLike` is for people: "MP3, 62 s", "HTML page". */
export type AudioInspection =
  | ({ isAudio: true; mediaType: string; lookedLike: string; isUnfinished: boolean } & AudioMeasures)
  | { isAudio: false; reason: "not_audio" | "cut_short" | "empty" | "decoder_missing"; detail: string; lookedLike: string };

/** What the worker is asked. */
export type InspectionRequest = { id: number; path: string; ffmpegPath: string | null };
