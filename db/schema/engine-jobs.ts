import { sql } from "drizzle-orm";
import { boolean, check, index, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { engineJobStateEnum, engineSchema } from "./engine";
import { engineRuns } from "./engine-runs";

/**
 * Calls of functions that are to be made: one that finds out what a run does next (step id `step`), and one per step that runs in parallel.
 * A queue: short unless work is piling up.
 */
export const engineJobs = engineSchema.table(
  "jobs",
  {
    runId: uuid()
      .notNull()
      .references(() => engineRuns.id, { onDelete: "cascade" }),
    stepId: text().notNull(),
    functionId: text().notNull(),
    lane: text().notNull(),
    state: engineJobStateEnum().notNull(),
    dueAt: instant().notNull(),
    attempt: smallint().notNull().default(0),
    /** Fence: whoever holds another token, or none, may not write the call's outcome. */
    token: uuid(),
    /** Something happened while the call was under way; call again. */
    isDirty: boolean().notNull().default(false),
    /** How often a process died over it. */
    lostCount: smallint().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.stepId] }),
    // The claim hops from lane to lane and takes the oldest of each, whatever the backlog of the others.
    index("jobs_ready_idx").on(table.functionId, table.lane, table.dueAt, table.runId).where(sql`${table.state} = 'ready'`),
    // The claim counts what runs, for concurrency limits. As large as what runs now.
    index("jobs_leased_idx").on(table.functionId, table.lane).where(sql`${table.state} = 'leased'`),
    // The loop wakes what is due: delayed jobs, and leases that ran out.
    index("jobs_due_idx").on(table.dueAt).where(sql`${table.state} <> 'ready'`),
    check("jobs_leased_have_token", sql`(${table.state} = 'leased') = (${table.token} is not null)`),
  ],
);
