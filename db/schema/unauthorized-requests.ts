import { bigint, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { sourceEnum, unauthorizedReasonEnum } from "./enums";

/** Requests without a valid key, counted by hour: who knocked and why the door stayed shut. Never a body, never a key beyond its last 4. */
export const unauthorizedRequests = pgTable(
  "unauthorized_requests",
  {
    source: sourceEnum().notNull(),
    reason: unauthorizedReasonEnum().notNull(),
    keyLast4: text().notNull(),
    remoteAddress: text().notNull(),
    hour: instant().notNull(),
    count: bigint({ mode: "number" }).notNull(),
    lastAt: instant().notNull(),
  },
  // Also the order in which the guide asks for "wrong keys of the last hour".
  (table) => [primaryKey({ columns: [table.hour, table.source, table.reason, table.keyLast4, table.remoteAddress] })],
);
