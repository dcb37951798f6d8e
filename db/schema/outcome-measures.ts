import { boolean, integer, numeric } from "drizzle-orm/pg-core";

const sum = () => numeric({ precision: 24, scale: 4 }).notNull();

/** What is summed up of calls that came alike: exact, and apart for callers who had called before. */
export const outcomeMeasures = {
  isDuplicate: boolean().notNull(),
  calls: integer().notNull(),
  connected: integer().notNull(),
  converted: integer().notNull(),
  revenue: sum(),
  cost: sum(),
  payout: sum(),
};
