import { jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { timestamps } from "./columns";

/** Facts about this installation that no environment variable sets, such as the signing key of the embedded engine. A handful of rows. */
export const installationSettings = pgTable("installation_settings", {
  name: text().primaryKey(),
  value: jsonb().$type<unknown>().notNull(),
  ...timestamps,
});
