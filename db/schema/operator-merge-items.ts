import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { operatorMerges } from "./operator-merges";

/** What a merge moved from one operator to the other, so that undoing it moves back that and nothing else. Grows with the calls merged. */
export const operatorMergeItems = pgTable(
  "operator_merge_items",
  {
    mergeId: uuid()
      .notNull()
      .references(() => operatorMerges.id, { onDelete: "cascade" }),
    /** call, task, alias or user. */
    kind: text().$type<"call" | "task" | "alias" | "user">().notNull(),
    /** Its id; of an alias its match key. */
    objectId: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.mergeId, table.kind, table.objectId] })],
);
