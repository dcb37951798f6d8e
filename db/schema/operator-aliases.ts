import { sql } from "drizzle-orm";
import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt } from "./columns";
import { operators } from "./operators";

/** Other names that mean an operator. Looked at before the operators' own names, so that a merge can send a name elsewhere. */
export const operatorAliases = pgTable(
  "operator_aliases",
  {
    matchKey: text().primaryKey(),
    name: text().notNull(),
    operatorId: uuid()
      .notNull()
      .references(() => operators.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (table) => [
    // Serves the aliases shown on an operator.
    index("operator_aliases_operator_idx").on(table.operatorId),
    // Operators are searched by any part of their other names too.
    index("operator_aliases_match_key_trgm_idx").using("gin", sql`${table.matchKey} gin_trgm_ops`),
  ],
);
