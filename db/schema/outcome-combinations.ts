import { date, index, integer, pgTable } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { outcomeMeasures } from "./outcome-measures";

const word = () => integer().notNull();

/**
 * How many calls of each combination of values a campaign had on a day, for reports that look at one thing narrowed by another. About one row
 * per call where calls differ, but a tenth as wide as an outcome, so that a year of them can be read whole. Each column of a value is a number
 * of outcome_words. Made from call_outcomes, a day at a time.
 */
export const outcomeCombinations = pgTable(
  "outcome_combinations",
  {
    campaignId: integer()
      .notNull()
      .references(() => campaigns.id, { onDelete: "cascade" }),
    /** In the installation's time zone, as installation_settings has it under outcome_zone. */
    day: date().notNull(),
    publisher: word(),
    publisherSub: word(),
    buyer: word(),
    target: word(),
    vertical: word(),
    state: word(),
    endedBy: word(),
    hour: word(),
    ...outcomeMeasures,
  },
  (table) => [
    // Some campaigns in a range of days; and one day, to be made anew.
    index("outcome_combinations_campaign_day_idx").on(table.campaignId, table.day),
  ],
);
