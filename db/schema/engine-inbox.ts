import { json } from "drizzle-orm/pg-core";
import { engineSchema, sequenceNumber } from "./engine";

/** Events that were sent and not yet handed to functions. Empty within milliseconds, unless no process runs functions. */
export const engineInbox = engineSchema.table("inbox", {
  seq: sequenceNumber().primaryKey().generatedAlwaysAsIdentity(),
  /** json, not jsonb: jsonb refuses the NUL that a platform may send. */
  event: json().$type<unknown>().notNull(),
});
