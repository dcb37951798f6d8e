import { sql } from "drizzle-orm";
import { boolean, check, index, json, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { engineSchema, sequenceNumber } from "./engine";
import { engineRuns } from "./engine-runs";

/** One row per step of a run, done or awaited. Its memo is what the function sees when it is called again. Swept with its run. */
export const engineSteps = engineSchema.table(
  "steps",
  {
    runId: uuid()
      .notNull()
      .references(() => engineRuns.id, { onDelete: "cascade" }),
    /** Hash that the SDK makes of the step's name and how often it occurred. */
    id: text().notNull(),
    op: text().notNull(),
    name: text().notNull(),
    isDone: boolean().notNull(),
    /** `{"data": …}` or `{"error": …}`. */
    memo: json().$type<unknown>(),
    /** Order in which the run's steps were done. */
    position: sequenceNumber(),
    /** When a sleep is over, or a wait has lasted too long. */
    dueAt: instant(),
    /** The event that it waits for, and the condition on it. */
    waitEvent: text(),
    waitExpression: text(),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.id] }),
    // The loop fires what is due.
    index("steps_due_idx").on(table.dueAt).where(sql`not ${table.isDone} and ${table.dueAt} is not null`),
    // Events look for the steps that wait for them.
    index("steps_wait_idx").on(table.waitEvent, table.runId, table.id).where(sql`not ${table.isDone} and ${table.waitEvent} is not null`),
    check("steps_done_have_memo", sql`not ${table.isDone} or (${table.memo} is not null and ${table.position} is not null)`),
  ],
);
