import { sql } from "drizzle-orm";
import { check, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { primaryId, timestamps } from "./columns";

/** The words that a campaign's calls can be marked with. A handful for each campaign. */
export const campaignTags = pgTable(
  "campaign_tags",
  {
    id: primaryId(),
    campaignId: integer()
      .notNull()
      .references(() => campaigns.id, { onDelete: "cascade" }),
    name: text().notNull(),
    /** The name without case, accents and repeated spaces, as for operators. */
    matchKey: text().notNull(),
    /** When a call deserves the tag. */
    description: text().notNull().default(""),
    ...timestamps,
  },
  (table) => [
    // One tag of a name in each campaign; also serves the tags of a campaign.
    uniqueIndex("campaign_tags_match_key_key").on(table.campaignId, table.matchKey),
    check("campaign_tags_match_key_is_not_empty", sql`${table.matchKey} <> ''`),
  ],
);
