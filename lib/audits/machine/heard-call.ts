import type { SpeakerRole, SpeechLanguage } from "@/db/enums";
import type { SegmentWord, TranscriptMeasures, TranscriptSpeaker } from "@/db/schema";

export type HeardSegment = { position: number; speaker: number; startMs: number; endMs: number; text: string; words: SegmentWord[] | null };

/** What a machine that audits knows of a call: what was said, by whom, and what was measured. */
export type HeardCall = {
  language: SpeechLanguage;
  durationSeconds: number;
  speakers: TranscriptSpeaker[];
  measures: TranscriptMeasures;
  segments: HeardSegment[];
};

/** Whose voice a line is; unknown where nobody has said. */
export function roleOfSpeaker({ speakers }: Pick<HeardCall, "speakers">, speaker: number): SpeakerRole {
  return speakers[speaker]?.role ?? "unknown";
}
