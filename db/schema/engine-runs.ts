import { sql } from "drizzle-orm";
import { check, index, json, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant } from "./columns";
import { engineRunStatusEnum, engineSchema } from "./engine";

/** One row per run of a durable function. Grows with events; swept seven days after its end. */
export const engineRuns = engineSchema.table(
  "runs",
  {
    id: uuid().primaryKey(),
    functionId: text().notNull(),
    /** The events that started it: one, or a batch. */
    events: json().$type<unknown>().notNull(),
    status: engineRunStatusEnum().notNull().default("running"),
    /** What it returned, or the error that ended it. */
    output: json().$type<unknown>(),
    /** Value of the function's concurrency key; runs of one lane share its limit. */
    lane: text().notNull(),
    /** The step of another run that waits for this one. */
    parentRunId: uuid(),
    parentStepId: text(),
    createdAt: createdAt(),
    endedAt: instant(),
  },
  (table) => [
    // The sweep deletes the oldest ended runs.
    index("runs_ended_idx").on(table.endedAt).where(sql`${table.endedAt} is not null`),
    // The sweep looks for runs that stopped moving.
    index("runs_running_idx").on(table.createdAt).where(sql`${table.status} = 'running'`),
    check("runs_ended_when_not_running", sql`(${table.status} = 'running') = (${table.endedAt} is null)`),
  ],
);
