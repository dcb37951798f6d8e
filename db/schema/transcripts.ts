import { jsonb, numeric, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { SpeakerRole } from "../enums";
import { timestamps } from "./columns";
import { speechLanguageEnum, transcriberEnum, wordTimesEnum } from "./enums";
import { recordings } from "./recordings";
import { tasks } from "./tasks";

/** A voice of a transcript, by its number: what role it has, and what somebody has called it. */
export type TranscriptSpeaker = { role: SpeakerRole; name: string | null };

/** What was measured from the sound itself, in seconds; `lanes` by channel. */
export type TranscriptMeasures = {
  lanes: {
    channel: number;
    talkSeconds: number;
    talkRatio: number;
    longestMonologueSeconds: number;
    interruptionCount: number;
    /** Words a minute of talk; null where nothing was said. */
    wordsPerMinute: number | null;
    loudnessDb: number | null;
  }[];
  silenceSeconds: number;
  silenceRatio: number;
  longestSilenceSeconds: number;
  crossTalkSeconds: number;
};

/** What is said in a task's recording: one row per transcribed task, made anew as a whole when it is transcribed again. */
export const transcripts = pgTable("transcripts", {
  taskId: uuid()
    .primaryKey()
    .references(() => tasks.id, { onDelete: "cascade" }),
  recordingId: uuid()
    .notNull()
    .references(() => recordings.id),
  transcriber: transcriberEnum().notNull(),
  /** What the transcriber calls the model that it used. */
  model: text().notNull(),
  language: speechLanguageEnum().notNull(),
  durationSeconds: numeric({ precision: 12, scale: 3, mode: "number" }).notNull(),
  /** Why there are as many lanes as there are: stereo, mono, same_on_both or one_side_silent. */
  laneReason: text().notNull(),
  wordTimes: wordTimesEnum().notNull(),
  speakers: jsonb().$type<TranscriptSpeaker[]>().notNull(),
  measures: jsonb().$type<TranscriptMeasures>().notNull(),
  ...timestamps,
});
