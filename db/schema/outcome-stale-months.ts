import { date, integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";

/** Months of campaigns of which a day was summed up since the month was: reports read their days. A few rows, the current months mostly. */
export const outcomeStaleMonths = pgTable(
  "outcome_stale_months",
  {
    campaignId: integer()
      .notNull()
      .references(() => campaigns.id, { onDelete: "cascade" }),
    month: date().notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.month] })],
);
