import { integer, jsonb, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { createdAt, instant } from "./columns";
import { sourceAlarmKindEnum } from "./enums";

/** What is wrong with campaigns' sources now; a row goes when it is right again. Every page asks for its banner, so this stays small. */
export const sourceAlarms = pgTable(
  "source_alarms",
  {
    campaignId: integer()
      .notNull()
      .references(() => campaigns.id, { onDelete: "cascade" }),
    kind: sourceAlarmKindEnum().notNull(),
    /** Since when it is wrong: the last event, the first refusal, the start of the oldest download. */
    since: instant().notNull(),
    /** The figures that it was told from, such as how many events were expected. */
    evidence: jsonb().$type<Record<string, number>>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.kind] })],
);
