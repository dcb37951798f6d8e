import { index, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { createdAt } from "./columns";
import { users } from "./users";

/** Which campaigns a supervisor, auditor or agent belongs to. Admins see all and need no row. */
export const userCampaigns = pgTable(
  "user_campaigns",
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    campaignId: integer()
      .notNull()
      .references(() => campaigns.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (table) => [
    // Serves "which campaigns may this viewer see", asked by every list.
    primaryKey({ columns: [table.userId, table.campaignId] }),
    // Serves the members of one campaign.
    index("user_campaigns_campaign_idx").on(table.campaignId),
  ],
);
