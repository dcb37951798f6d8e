import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, primaryId } from "./columns";
import { transcripts } from "./transcripts";
import { tsvector } from "./tsvector";
import { users } from "./users";

/** A word with its time: text, and milliseconds from the beginning of the recording. */
export type SegmentWord = [text: string, startMs: number, endMs: number];

/** What one voice says in one go. Some dozens for each transcript: by far the largest table of what people read. */
export const segments = pgTable(
  "segments",
  {
    id: primaryId(),
    taskId: uuid()
      .notNull()
      .references(() => transcripts.taskId, { onDelete: "cascade" }),
    /** Order in the transcript, from 0. */
    position: integer().notNull(),
    /** Which of the transcript's speakers. */
    speaker: smallint().notNull(),
    startMs: integer().notNull(),
    endMs: integer().notNull(),
    text: text().notNull(),
    /** What the transcriber wrote, once somebody has corrected it. */
    originalText: text(),
    correctedBy: uuid().references(() => users.id),
    correctedAt: instant(),
    /** Null where the transcriber gave no times, or the text was corrected. */
    words: jsonb().$type<SegmentWord[]>(),
    /** The text's words in the transcript's language, by stem and without accents. */
    search: tsvector().notNull(),
  },
  (table) => [
    // A transcript from its beginning to its end.
    uniqueIndex("segments_task_position_key").on(table.taskId, table.position),
    // Words anywhere, asked by the list of tasks.
    index("segments_search_idx").using("gin", table.search),
    check("segments_have_a_time", sql`${table.startMs} >= 0 and ${table.endMs} >= ${table.startMs}`),
  ],
);
