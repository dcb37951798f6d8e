import { integer, pgTable, uniqueIndex } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { createdAt, primaryId } from "./columns";

/** What a campaign's calls are judged by. One a campaign; what it asks is in its versions. */
export const scorecards = pgTable(
  "scorecards",
  {
    id: primaryId(),
    campaignId: integer()
      .notNull()
      .references(() => campaigns.id),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("scorecards_campaign_key").on(table.campaignId)],
);
