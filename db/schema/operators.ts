import { sql } from "drizzle-orm";
import { check, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { primaryId, timestamps } from "./columns";
import { operatorOriginEnum } from "./enums";

/** One row per person who takes calls. Grows with staff, not with calls. */
export const operators = pgTable(
  "operators",
  {
    id: primaryId(),
    name: text().notNull(),
    /** The name without case, accents and repeated spaces: see lib/operators/operator-match-key.ts. */
    matchKey: text().notNull(),
    origin: operatorOriginEnum().notNull(),
    ...timestamps,
  },
  (table) => [
    // What makes recordOperator idempotent under concurrency: one row per name without case, accents and spaces.
    uniqueIndex("operators_match_key_key").on(table.matchKey),
    check("operators_match_key_is_not_empty", sql`${table.matchKey} <> ''`),
  ],
);
