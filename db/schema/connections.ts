import { sql } from "drizzle-orm";
import { boolean, check, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { instant, primaryId, timestamps } from "./columns";

/** One row per account of a pay-per-call platform that sends us calls (Aria). Its keys are in api_keys. Grows with the platforms that we work with. */
export const connections = pgTable(
  "connections",
  {
    id: primaryId(),
    /** What the platform sends as connection_id: not secret, and never changed. */
    publicId: text().notNull(),
    name: text().notNull(),
    /** Where calls go whose own campaign is not mapped; null refuses them. */
    campaignId: integer().references(() => campaigns.id),
    /** IANA name of the zone that the platform writes its times in; null means the installation's. */
    timeZone: text(),
    /** A campaign of theirs that is not mapped yet becomes one of ours, by its name. */
    makesCampaigns: boolean().notNull().default(true),
    /** Calls may also come as the query of a GET, as tracking pixels do. */
    takesPixels: boolean().notNull().default(false),
    disabledAt: instant(),
    ...timestamps,
  },
  (table) => [
    // Every delivery finds its connection by it.
    uniqueIndex("connections_public_id_key").on(table.publicId),
    check("connections_name_is_not_blank", sql`length(trim(${table.name})) > 0`),
  ],
);
