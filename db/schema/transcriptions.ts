import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant } from "./columns";
import { speechLanguageEnum, transcriberEnum, transcriptionStatusEnum } from "./enums";
import { tasks } from "./tasks";

/** The work of turning a task's recording into text: one row per task that is or was to be transcribed. The database is the truth, the engine only moves it. */
export const transcriptions = pgTable(
  "transcriptions",
  {
    taskId: uuid()
      .primaryKey()
      .references(() => tasks.id, { onDelete: "cascade" }),
    status: transcriptionStatusEnum().notNull().default("queued"),
    /** Whom it was given to, once somebody has begun. */
    transcriber: transcriberEnum(),
    /** Asked for by somebody for this one; null means the campaign's. */
    language: speechLanguageEnum(),
    /** Whole percent. */
    progress: smallint().notNull().default(0),
    /** Stable code of why it failed or waits, such as pack_missing, and the same in words. */
    failureCode: text(),
    failure: text(),
    attemptCount: integer().notNull().default(0),
    /** When the next attempt is due; null while none is. */
    nextAttemptAt: instant(),
    /** A worker is on it until then; it extends the time while it works. */
    claimedUntil: instant(),
    dispatchCount: integer().notNull().default(0),
    dispatchedAt: instant(),
    createdAt: createdAt(),
    startedAt: instant(),
    endedAt: instant(),
  },
  (table) => [
    // The relay takes what nobody has handed on; the sweep what was forgotten. Holds open work only.
    index("transcriptions_open_idx").on(table.dispatchedAt, table.taskId).where(sql`${table.status} in ('queued', 'running')`),
    // What goes on once a model is there.
    index("transcriptions_waiting_idx").on(table.taskId).where(sql`${table.status} = 'waiting'`),
    check("transcriptions_progress_is_a_share", sql`${table.progress} between 0 and 100`),
    check("transcriptions_failed_says_why", sql`${table.status} not in ('failed', 'waiting') or ${table.failure} is not null`),
  ],
);
