import type { TranscriptSpeaker } from "@/lib/transcripts/get-transcript";

/** What may be done with a transcript, besides reading it. Each resolves once it is done, `false` when it could not be. */
export type HearingActions = {
  correct: (segmentId: string, text: string) => Promise<boolean>;
  changeSpeakers: (speakers: TranscriptSpeaker[]) => Promise<boolean>;
};
