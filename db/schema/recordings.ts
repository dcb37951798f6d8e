import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, numeric, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { calls } from "./calls";
import { createdAt, instant, primaryId } from "./columns";

/** One row per audio file of a call. The file itself is in storage, named by its hash, so that equal files are kept once. */
export const recordings = pgTable(
  "recordings",
  {
    id: primaryId(),
    callId: uuid()
      .notNull()
      .references(() => calls.id),
    /** Lower-case hex of the file's SHA-256: also its name in storage. */
    sha256: text().notNull(),
    sizeBytes: bigint({ mode: "number" }).notNull(),
    /** What the bytes are, whatever the host said: audio/mpeg, audio/wav and so on. */
    mediaType: text().notNull(),
    durationSeconds: numeric({ precision: 12, scale: 3, mode: "number" }).notNull(),
    channelCount: integer().notNull(),
    sampleRateHz: integer().notNull(),
    /** Shorter than 80 % of the call's billed seconds. */
    isPartial: boolean().notNull(),
    /** Mean loudness of the whole file in dBFS; null for digital silence. */
    loudnessDb: numeric({ precision: 6, scale: 2, mode: "number" }),
    /** Share of the file that is silence, 0 to 1. */
    silenceRatio: numeric({ precision: 5, scale: 4, mode: "number" }).notNull(),
    createdAt: createdAt(),
    /** When its campaign's retention deleted the file; what is known of it stays. */
    deletedAt: instant(),
    /** When the file of a deleted recording was removed, or left to another recording that needs it; null while that is still to be done. */
    fileReleasedAt: instant(),
  },
  (table) => [
    // Taking the same audio in twice for a call keeps one row.
    uniqueIndex("recordings_call_sha256_key").on(table.callId, table.sha256),
    // Retention asks whether another recording still needs the same file.
    index("recordings_sha256_idx").on(table.sha256),
    // Retention goes through what it has not deleted, oldest first.
    index("recordings_kept_created_idx").on(table.createdAt, table.id).where(sql`${table.deletedAt} is null`),
    // The files that a deletion has yet to remove: empty between two rounds of retention.
    index("recordings_unreleased_idx").on(table.sha256).where(sql`${table.deletedAt} is not null and ${table.fileReleasedAt} is null`),
    check("recordings_only_deleted_are_released", sql`${table.fileReleasedAt} is null or ${table.deletedAt} is not null`),
    check("recordings_sha256_is_hex", sql`${table.sha256} ~ '^[0-9a-f]{64}$'`),
  ],
);
