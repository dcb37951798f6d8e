import { date, integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { outcomeDimensionEnum, outcomeGrainEnum } from "./enums";
import { outcomeMeasures } from "./outcome-measures";

/**
 * What came of a campaign's calls on a day or in a month by one thing at a time, such as the buyer: what most reports read instead of calls. A
 * row for each value that the day or month has; grows with days, values and campaigns. Made from outcome_combinations, months from their days.
 */
export const outcomeSums = pgTable(
  "outcome_sums",
  {
    dimension: outcomeDimensionEnum().notNull(),
    grain: outcomeGrainEnum().notNull(),
    campaignId: integer()
      .notNull()
      .references(() => campaigns.id, { onDelete: "cascade" }),
    /** The day, or the first of the month. */
    startsOn: date().notNull(),
    /** Numbers of outcome_words; 0 for the dimension `total`, which has no value. `detail` is the sub-id that goes with a publisher, 0 elsewhere. */
    value: integer().notNull(),
    detail: integer().notNull(),
    ...outcomeMeasures,
  },
  (table) => [
    // One thing by some campaigns in a range of days or months; and all of one day, to be made anew.
    primaryKey({
      name: "outcome_sums_pk",
      columns: [table.dimension, table.grain, table.campaignId, table.startsOn, table.value, table.detail, table.isDuplicate],
    }),
  ],
);
