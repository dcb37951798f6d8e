import type { PackName } from "./packs/pack-list.ts";
import type { Leg, PreparedAudio, Recognition, SpeechLanguage } from "./speech.ts";
import type { SpeechFailureReason } from "./speech-failure.ts";

export type PrepareRequest = {
  kind: "prepare";
  path: string;
  workDir: string;
  ffmpegPath: string | null;
  /** Null where the pack is not there. */
  vadFolder: string | null;
};

/** One pack a language; the languages of all are tried where `language` is "auto". */
export type RecognizeRequest = {
  kind: "recognize";
  legs: Leg[];
  language: SpeechLanguage | "auto";
  packs: { name: PackName; folder: string }[];
};

/** What the child process is asked. */
export type SpeechRequest = PrepareRequest | RecognizeRequest;

/** What a job comes to. */
export type SpeechResult = { prepared: PreparedAudio } | { recognition: Recognition };

/** What the child process says, of the job with this id. `durationSeconds` is known once the file is decoded, and makes the time limit. */
export type SpeechReply = { id: number } & (
  | { progress: number }
  | { durationSeconds: number }
  | { result: SpeechResult }
  | { failure: { reason: SpeechFailureReason; message: string; packs?: string[] } }
);
