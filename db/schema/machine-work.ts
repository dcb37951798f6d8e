import { sql } from "drizzle-orm";
import { boolean, check, index, integer, numeric, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant } from "./columns";
import { machineWorkKindEnum, machineWorkStatusEnum } from "./enums";
import { tasks } from "./tasks";

/**
 * What machines do with a task's transcript, whatever number of attempts it takes, and what it cost: at most one row of a kind for each task. The
 * database is the truth, the engine only moves it.
 */
export const machineWork = pgTable(
  "machine_work",
  {
    taskId: uuid()
      .notNull()
      .references(() => tasks.id, { onDelete: "cascade" }),
    kind: machineWorkKindEnum().notNull(),
    status: machineWorkStatusEnum().notNull().default("queued"),
    /** Ordered together with many others: what arrives by itself, or one person waits for, is handed on before it. */
    isBulk: boolean().notNull().default(false),
    /** An audit whose rules have answered, and which waits for the language model to answer the rest. An analysis is the model's from the beginning. */
    isLeftToModel: boolean().notNull().default(false),
    /** Stable code of why the last attempt failed, and the same in words; both stay null while none has. */
    failureCode: text(),
    failure: text(),
    attemptCount: integer().notNull().default(0),
    /** When the next attempt is due; null while none is. */
    nextAttemptAt: instant(),
    /** A worker is on it until then; it extends the time while it works. */
    claimedUntil: instant(),
    dispatchCount: integer().notNull().default(0),
    dispatchedAt: instant(),
    /** The language model that was asked, the tokens of all attempts, and what they cost; null where none was, or no price is known. */
    model: text(),
    inputTokens: integer().notNull().default(0),
    outputTokens: integer().notNull().default(0),
    cost: numeric({ precision: 14, scale: 6 }),
    createdAt: createdAt(),
    startedAt: instant(),
    endedAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.taskId, table.kind] }),
    // Dispatch takes the first of a queue, however many wait behind them: of what the language model has to do, and of what rules can.
    index("machine_work_model_queue_idx")
      .on(table.isBulk, table.taskId, table.kind)
      .where(sql`${table.status} in ('queued', 'running') and (${table.kind} = 'analysis' or ${table.isLeftToModel})`),
    index("machine_work_rules_queue_idx")
      .on(table.isBulk, table.taskId, table.kind)
      .where(sql`${table.status} in ('queued', 'running') and not (${table.kind} = 'analysis' or ${table.isLeftToModel})`),
    // Dispatch counts what is on its way to a worker, and what one is on: a handful.
    index("machine_work_dispatched_idx").on(table.dispatchedAt).where(sql`${table.status} in ('queued', 'running')`),
    index("machine_work_claimed_idx").on(table.claimedUntil).where(sql`${table.status} in ('queued', 'running')`),
    check("machine_work_failed_says_why", sql`${table.status} <> 'failed' or ${table.failure} is not null`),
  ],
);
