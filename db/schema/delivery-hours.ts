import { integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { instant } from "./columns";

/**
 * How many deliveries of each verdict a campaign got in each finished hour: what its source's usual rhythm is learned from, without reading
 * the deliveries. A row for each campaign and hour in which something came; kept longer than the deliveries.
 */
export const deliveryHours = pgTable(
  "delivery_hours",
  {
    campaignId: integer()
      .notNull()
      .references(() => campaigns.id, { onDelete: "cascade" }),
    hour: instant().notNull(),
    accepted: integer().notNull(),
    duplicate: integer().notNull(),
    ignored: integer().notNull(),
    refused: integer().notNull(),
  },
  // The weeks that lie behind a campaign, hour by hour.
  (table) => [primaryKey({ columns: [table.campaignId, table.hour] })],
);
