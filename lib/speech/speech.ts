export type SpeechLanguage = "es" | "en" | "pt";
export type Leg = { channel: number; path: string; durationSeconds: number; speech: { start: number; end: number }[] };
export type PreparedAudio = {
  durationSeconds: number;
  legs: Leg[];
  laneReason: "stereo" | "mono" | "same_on_both" | "one_side_silent";
  measures: SpeechMeasures;
};
export type SpeechMeasures = {
  lanes: {
    channel: number;
    talkSeconds: number;
    talkRatio: number;
    longestMonologueSeconds: number;
    interruptionCount: number;
    loudnessDb: number | null;
  }[];
  silenceSeconds: number;
  silenceRatio: number;
  longestSilenceSeconds: number;
  crossTalkSeconds: number;
};
export type Word = { text: string; start: number; end: number };
export type SpokenSegment = { channel: number; start: number; end: number; text: string; words: Word[] };
export type Recognition = { language: SpeechLanguage; model: string; wordTimes: "estimated"; segments: SpokenSegment[] };
type Input = { signal: AbortSignal; onProgress?: (share: number) => void };
export async function prepareAudio(_: { path: string; workDir: string } & Input): Promise<PreparedAudio> {
  throw new SpeechFailure("engine_failed", "not there yet");
}
export async function recognizeLocally(_: { legs: Leg[]; language: SpeechLanguage | "auto" } & Input): Promise<Recognition> {
  throw new SpeechFailure("engine_failed", "not there yet");
}
export class SpeechFailure extends Error {
  constructor(
    readonly reason: "pack_missing" | "not_audio" | "cancelled" | "out_of_time" | "engine_failed",
    message: string,
    readonly packs: string[] = [],
  ) {
    super(message);
  }
}
