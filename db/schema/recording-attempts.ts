import { bigint, index, integer, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import { calls } from "./calls";
import { instant, primaryId } from "./columns";
import { attemptOutcomeEnum } from "./enums";

/** One row per try to fetch a recording: what was asked, who answered, and what it looked like. A call has one to fifteen or so. */
export const recordingAttempts = pgTable(
  "recording_attempts",
  {
    id: primaryId(),
    callId: uuid()
      .notNull()
      .references(() => calls.id),
    startedAt: instant().notNull(),
    durationMs: integer().notNull(),
    outcome: attemptOutcomeEnum().notNull(),
    /** Stable code such as not_found, looks_like_html, private_address. */
    reason: text().notNull(),
    /** One sentence for people. */
    detail: text().notNull(),
    url: text().notNull(),
    /** Network address that the connection went to; null when none was made. */
    remoteAddress: text(),
    httpStatus: smallint(),
    contentType: text(),
    /** First bytes or decoder's word: "HTML page", "JSON error", "MP3, 62 s". */
    lookedLike: text(),
    receivedBytes: bigint({ mode: "number" }).notNull(),
    nextAttemptAt: instant(),
  },
  (table) => [
    // The attempts shown on a call, oldest first.
    index("recording_attempts_call_idx").on(table.callId, table.startedAt),
  ],
);
