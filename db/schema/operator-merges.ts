import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, primaryId } from "./columns";
import { operators } from "./operators";
import { users } from "./users";

/** One row per merge of two operators, kept so that it can be undone. */
export const operatorMerges = pgTable(
  "operator_merges",
  {
    id: primaryId(),
    /** Who is gone since. */
    sourceId: uuid()
      .notNull()
      .references(() => operators.id),
    sourceName: text().notNull(),
    /** Who has the calls since. */
    targetId: uuid()
      .notNull()
      .references(() => operators.id),
    /** Null for the installation itself. */
    mergedBy: uuid().references(() => users.id),
    createdAt: createdAt(),
    undoneAt: instant(),
    undoneBy: uuid().references(() => users.id),
  },
  (table) => [
    // The merges shown on an operator.
    index("operator_merges_target_idx").on(table.targetId, table.createdAt),
    // The merge that an operator went away by: one at a time.
    uniqueIndex("operator_merges_source_key").on(table.sourceId).where(sql`${table.undoneAt} is null`),
    check("operator_merges_are_of_two", sql`${table.sourceId} <> ${table.targetId}`),
  ],
);
