import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** Counts failed sign-ins by address typed and by network address, so that guessing gets slower. Rows die with their window. */
export const signInThrottles = pgTable("sign_in_throttles", {
  /** `email:<address>` or `ip:<address>`. */
  subject: text().primaryKey(),
  failureCount: integer().notNull(),
  windowEndsAt: instant().notNull(),
});
