import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
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
    check("operator_merges_are_of_two", sql`${table.sourceId} <> ${table.targetId}`),
  ],
);
