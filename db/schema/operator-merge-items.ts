import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { operatorMerges } from "./operator-merges";

/**
 * A call, task, audit or alias that was the source's; its own name, which became an alias; the account that followed it to the target; or the
 * account, of the one or the other, that lost its operator because an operator has one account.
 */
export type MergeItemKind = "call" | "task" | "audit" | "alias" | "name" | "user" | "source_user_unlinked" | "target_user_unlinked";

/**
 * What a merge moved from one operator to the other, so that undoing it moves back that and nothing else. Grows with the calls merged;
 * undoing a merge takes its rows away.
 */
export const operatorMergeItems = pgTable(
  "operator_merge_items",
  {
    mergeId: uuid()
      .notNull()
      .references(() => operatorMerges.id, { onDelete: "cascade" }),
    kind: text().$type<MergeItemKind>().notNull(),
    /** Its id; of an alias its match key. */
    objectId: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.mergeId, table.kind, table.objectId] })],
);
