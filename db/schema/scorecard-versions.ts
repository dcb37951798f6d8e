import { sql } from "drizzle-orm";
import { check, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, primaryId, timestamps } from "./columns";
import { scorecards } from "./scorecards";
import { users } from "./users";

/**
 * A scorecard as it was published once, or its draft. Audits keep the version that they were made by: a trigger refuses every change of a
 * published version and of its criteria (migration scorecards). Grows with how often people publish.
 */
export const scorecardVersions = pgTable(
  "scorecard_versions",
  {
    id: primaryId(),
    scorecardId: uuid()
      .notNull()
      .references(() => scorecards.id, { onDelete: "cascade" }),
    /** 1, 2, 3 in the order of publishing; null for the draft. */
    number: integer(),
    /** What changed and why, in the words of whoever published it. */
    note: text().notNull().default(""),
    /** Counts the draft's changes, so that a second tab that has not seen the last one is refused. */
    revision: integer().notNull().default(0),
    publishedBy: uuid().references(() => users.id),
    publishedAt: instant(),
    ...timestamps,
  },
  (table) => [
    // The versions of a scorecard, and the latest of them.
    uniqueIndex("scorecard_versions_number_key").on(table.scorecardId, table.number),
    // One draft at a time.
    uniqueIndex("scorecard_versions_draft_key").on(table.scorecardId).where(sql`${table.number} is null`),
    check("scorecard_versions_published_has_number", sql`(${table.number} is null) = (${table.publishedAt} is null)`),
  ],
);
