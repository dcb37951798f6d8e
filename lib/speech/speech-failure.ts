export const SPEECH_FAILURE_REASONS = ["pack_missing", "not_audio", "cancelled", "out_of_time", "engine_failed", "busy"] as const;
export type SpeechFailureReason = (typeof SPEECH_FAILURE_REASONS)[number];

/**
 * Why speech could not be had of a file, in words for people. `packs`: for `pack_missing`, the names of the packs that would help, none where
 * there is no pack of the language. `busy`: the queue is full, and trying again later helps.
 */
export class SpeechFailure extends Error {
  readonly reason: SpeechFailureReason;
  readonly packs?: string[];

  constructor(reason: SpeechFailureReason, message: string, packs?: string[]) {
    super(message);
    this.name = "SpeechFailure";
    this.reason = reason;
    if (packs) this.packs = packs;
  }
}
