import { integer, jsonb, pgTable } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { timestamps } from "./columns";
import { sourceEnum } from "./enums";

/** Where a campaign's calls come from: at most one audio source each. */
export const campaignSources = pgTable("campaign_sources", {
  campaignId: integer()
    .primaryKey()
    .references(() => campaigns.id, { onDelete: "cascade" }),
  source: sourceEnum().notNull(),
  settings: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  ...timestamps,
});
