/** The local speech core: audio becomes legs with measures, legs become words. All of it happens in child processes of this one. */

export type SpeechLanguage = "es" | "en" | "pt";

/** A stretch of time, in seconds from the start of the file. */
export type Span = { start: number; end: number };

/** One side of a call as the engine hears it: mono, 16 kHz, signed 16 bit little endian in a file without header, echo of the other side muted. */
export type Leg = {
  channel: number;
  path: string;
  durationSeconds: number;
  /** Where somebody speaks, in seconds, in order, none longer than 15 s. */
  speech: Span[];
};

export type PreparedAudio = {
  durationSeconds: number;
  /** Two for real stereo; one for mono, for the same sound on both channels, or where one side is dead. */
  legs: Leg[];
  laneReason: LaneReason;
  /** What told speech from the rest: the model of the pack `vad`, or loudness alone where that pack is missing. */
  speechFoundBy: "silero" | "energy";
  measures: SpeechMeasures;
};

export type LaneReason = "stereo" | "mono" | "same_on_both" | "one_side_silent";

/** Seconds and shares (0 to 1) of the recording's length, measured from where somebody speaks. */
export type SpeechMeasures = {
  /** One per leg. */
  lanes: LaneMeasures[];
  /** Time in gaps longer than 0.3 s in which no side speaks. */
  silenceSeconds: number;
  silenceRatio: number;
  longestSilenceSeconds: number;
  /** Time in which both sides speak. */
  crossTalkSeconds: number;
};

export type LaneMeasures = {
  channel: number;
  talkSeconds: number;
  /** Share of the recording's length in which this side speaks. */
  talkRatio: number;
  longestMonologueSeconds: number;
  /** How often this side began while the other had been talking for 0.5 s, and went on for more than 0.7 s. */
  interruptionCount: number;
  /** Mean loudness of this side's speech in dBFS; null where it says nothing. */
  loudnessDb: number | null;
};

export type Word = { text: string; start: number; end: number };

/** What one side said in one stretch. Segments of a recognition are in order of their start; those of two sides may overlap. */
export type SpokenSegment = { channel: number; start: number; end: number; text: string; words: Word[] };

/** `model`: such as "moonshine-base-es". Word times are spread over their segment by letters, and so off by a quarter of a second on average. */
export type Recognition = { language: SpeechLanguage; model: string; wordTimes: "estimated"; segments: SpokenSegment[] };

export { prepareAudio } from "./prepare-audio";
export { recognizeLocally } from "./recognize-locally";
export { SpeechFailure } from "./speech-failure";
