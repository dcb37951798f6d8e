import type { SpeechLanguage, WordTimes } from "@/db/enums";
import type { Leg, Word } from "@/lib/speech/speech";

/** What one voice says in one go, in seconds from the beginning of the recording. `speaker` tells voices on one leg apart, where somebody can. */
export type RecognizedSegment = { channel: number; speaker?: number; start: number; end: number; text: string; words: Word[] | null };

/** What a transcriber heard. */
export type Recognized = { language: SpeechLanguage; model: string; wordTimes: WordTimes; segments: RecognizedSegment[] };

export type RecognizeInput = {
  legs: Leg[];
  language: SpeechLanguage | "auto";
  signal: AbortSignal;
  /** A share from 0 to 1. */
  onProgress: (share: number) => void;
};

/** Turns what is said on the legs of a call into text. Throws TranscriberFailure or ServerFailure, or what ended the signal. */
export type Recognize = (input: RecognizeInput) => Promise<Recognized>;
