import { bigint, date, index, integer, pgTable } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { instant } from "./columns";

/**
 * Days of campaigns whose calls changed since they were summed up: reports read these from the calls themselves. A trigger on call_outcomes
 * marks them in the transaction of the change, so that nothing that writes outcomes can forget it (migration outcome_marks). No mark is unique,
 * so that transactions never wait for each other's; a day has a few at most, since one that is there is not made again. Emptied all the time.
 */
export const outcomeMarks = pgTable(
  "outcome_marks",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    campaignId: integer()
      .notNull()
      .references(() => campaigns.id, { onDelete: "cascade" }),
    day: date().notNull(),
    markedAt: instant().notNull().defaultNow(),
  },
  (table) => [
    // Whether a day is marked, and the marks of some campaigns.
    index("outcome_marks_campaign_day_idx").on(table.campaignId, table.day),
  ],
);
