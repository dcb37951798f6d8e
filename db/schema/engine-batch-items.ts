import { index, json, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { engineSchema, sequenceNumber } from "./engine";

/** Events held back until their function's batch is full or has waited long enough. Short-lived. */
export const engineBatchItems = engineSchema.table(
  "batch_items",
  {
    seq: sequenceNumber().primaryKey().generatedAlwaysAsIdentity(),
    functionId: text().notNull(),
    batchKey: text().notNull(),
    event: json().$type<unknown>().notNull(),
    dueAt: instant().notNull(),
  },
  (table) => [
    // A batch takes the oldest of its key.
    index("batch_items_batch_idx").on(table.functionId, table.batchKey, table.seq),
    // The loop asks when the next batch is due.
    index("batch_items_due_idx").on(table.dueAt),
  ],
);
