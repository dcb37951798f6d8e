import { index, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { engineSchema } from "./engine";

/** What must happen once: ids of events, ticks of schedules, idempotency keys of runs. Grows with events; swept after 24 h. */
export const engineSeenKeys = engineSchema.table(
  "seen_keys",
  { key: text().primaryKey(), seenAt: instant().notNull().defaultNow() },
  (table) => [
    // The sweep deletes the oldest first.
    index("seen_keys_seen_idx").on(table.seenAt),
  ],
);
