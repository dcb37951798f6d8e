import { sql } from "drizzle-orm";
import { check, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { createdAt } from "./columns";
import { operators } from "./operators";
import { users } from "./users";

/** Two operators whose names are alike and whom somebody knows to be two people: they are not suggested as one again. Grows with staff. */
export const operatorDistinctPairs = pgTable(
  "operator_distinct_pairs",
  {
    lowerId: uuid()
      .notNull()
      .references(() => operators.id, { onDelete: "cascade" }),
    higherId: uuid()
      .notNull()
      .references(() => operators.id, { onDelete: "cascade" }),
    /** Null for the installation itself. */
    createdBy: uuid().references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [
    // Each pair once, whichever of both one comes from.
    primaryKey({ columns: [table.lowerId, table.higherId] }),
    check("operator_distinct_pairs_are_ordered", sql`${table.lowerId} < ${table.higherId}`),
  ],
);
