import { sql } from "drizzle-orm";
import { check, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant, timestamps } from "./columns";
import { channelEnum } from "./enums";

/** The business context of calls. The number is shown as Campaign ID #N, and is never edited or reused. Grows with customers and products. */
export const campaigns = pgTable(
  "campaigns",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    name: text().notNull(),
    channel: channelEnum().notNull().default("calls"),
    description: text().notNull().default(""),
    /** IANA name; null means the installation's. Call times that come without an offset are read in it. */
    timeZone: text(),
    archivedAt: instant(),
    ...timestamps,
  },
  (table) => [check("campaigns_name_is_not_blank", sql`length(trim(${table.name})) > 0`)],
);
