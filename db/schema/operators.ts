import { sql } from "drizzle-orm";
import { type AnyPgColumn, check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
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
    /** The operator that this one was merged into: it takes no calls any more, and its name leads there by an alias. */
    mergedIntoId: uuid().references((): AnyPgColumn => operators.id),
    ...timestamps,
  },
  (table) => [
    // What makes recordOperator idempotent under concurrency: one row per name without case, accents and spaces.
    uniqueIndex("operators_match_key_key").on(table.matchKey),
    // A name is searched by any part of it, and likely duplicates are names that share most of their parts.
    index("operators_match_key_trgm_idx").using("gin", sql`${table.matchKey} gin_trgm_ops`),
    // What was merged into an operator.
    index("operators_merged_into_idx").on(table.mergedIntoId).where(sql`${table.mergedIntoId} is not null`),
    check("operators_match_key_is_not_empty", sql`${table.matchKey} <> ''`),
  ],
);
