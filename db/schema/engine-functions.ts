import { json, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { engineSchema } from "./engine";

/**
 * Which functions some process runs, and when it last said so: any process hands events to them, and runs of a function that nobody knows any
 * more are failed. A row a function.
 */
export const engineFunctions = engineSchema.table("functions", {
  id: text().primaryKey(),
  /** How the function is configured, as the SDK says it. */
  config: json().$type<unknown>().notNull().default({}),
  seenAt: instant().notNull(),
});
