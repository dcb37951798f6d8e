import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, primaryId } from "./columns";
import { jobKindEnum, jobStatusEnum } from "./enums";
import { users } from "./users";

/** Something a job could not do, for people to look into. */
export type JobProblem = { objectId: string; message: string };

/** Work on many objects that a person ordered: one row each, with how far it has come. The database is the truth, the engine only moves it. */
export const jobs = pgTable(
  "jobs",
  {
    id: primaryId(),
    kind: jobKindEnum().notNull(),
    status: jobStatusEnum().notNull().default("queued"),
    /** Whose rights it works with, looked up anew at every step. */
    requestedBy: uuid()
      .notNull()
      .references(() => users.id),
    /** What to do, as the kind's own schema says. */
    params: jsonb().$type<Record<string, unknown>>().notNull(),
    totalCount: integer().notNull(),
    doneCount: integer().notNull().default(0),
    failedCount: integer().notNull().default(0),
    /** The first things that could not be done. */
    problems: jsonb().$type<JobProblem[]>().notNull().default([]),
    /** Where the next step goes on, in the kind's own words; null before the first. */
    position: text(),
    /** Why it failed as a whole, in words. */
    failure: text(),
    cancelRequestedAt: instant(),
    /** A worker is on it until then. */
    claimedUntil: instant(),
    /** How often it was handed to the engine, and when last. */
    dispatchCount: integer().notNull().default(0),
    dispatchedAt: instant(),
    createdAt: createdAt(),
    startedAt: instant(),
    endedAt: instant(),
  },
  (table) => [
    // A person's latest jobs.
    index("jobs_requested_by_idx").on(table.requestedBy, table.createdAt),
    // The relay and the sweep look for open ones: few.
    index("jobs_open_idx").on(table.dispatchedAt).where(sql`${table.status} in ('queued', 'running')`),
    check("jobs_counts_are_not_negative", sql`${table.totalCount} >= 0 and ${table.doneCount} >= 0 and ${table.failedCount} >= 0`),
    check("jobs_end_when_over", sql`(${table.status} in ('queued', 'running')) = (${table.endedAt} is null)`),
  ],
);
