import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { timestamps } from "./columns";
import { connections } from "./connections";

/** Which of our campaigns a platform's campaign is, for each connection. One row per campaign of theirs that has sent a call or was mapped by hand. */
export const connectionCampaigns = pgTable(
  "connection_campaigns",
  {
    connectionId: uuid()
      .notNull()
      .references(() => connections.id, { onDelete: "cascade" }),
    /** The platform's campaign_id. */
    externalId: text().notNull(),
    /** The platform's campaign_name when we first heard of it; empty when it sent none. */
    externalName: text().notNull(),
    /** Null while nobody has mapped it: its calls go to the connection's default campaign. */
    campaignId: integer().references(() => campaigns.id),
    ...timestamps,
  },
  (table) => [
    // Also what makes a campaign be made once, however many first calls of it come together.
    primaryKey({ columns: [table.connectionId, table.externalId] }),
    // Which connections feed a campaign.
    index("connection_campaigns_campaign_idx").on(table.campaignId),
    // The list of a connection's campaigns: those that are not mapped first, then by when they were first heard of.
    index("connection_campaigns_list_idx").on(table.connectionId, sql`(${table.campaignId} is null)`, table.createdAt, table.externalId),
  ],
);
