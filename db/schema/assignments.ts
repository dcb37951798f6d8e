import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, primaryId } from "./columns";
import { auditKindEnum } from "./enums";
import { samples } from "./samples";
import { tasks } from "./tasks";
import { users } from "./users";

/** A task that somebody is to audit. One for each drawn call and auditor; ended ones stay, so that it can be told who did what. */
export const assignments = pgTable(
  "assignments",
  {
    id: primaryId(),
    sampleId: uuid()
      .notNull()
      .references(() => samples.id, { onDelete: "cascade" }),
    taskId: uuid()
      .notNull()
      .references(() => tasks.id, { onDelete: "cascade" }),
    kind: auditKindEnum().notNull(),
    auditorId: uuid()
      .notNull()
      .references(() => users.id),
    /** Order in the auditor's queue. */
    position: integer().notNull(),
    completedAt: instant(),
    skippedAt: instant(),
    /** Why the auditor left it out. */
    skipReason: text().notNull().default(""),
    createdAt: createdAt(),
  },
  (table) => [
    // A call is given to one auditor, but for calibration, where each has it once.
    uniqueIndex("assignments_task_quality_key").on(table.taskId).where(sql`${table.kind} = 'quality'`),
    uniqueIndex("assignments_task_calibration_key").on(table.taskId, table.auditorId).where(sql`${table.kind} = 'calibration'`),
    // The next call of an auditor.
    index("assignments_queue_idx")
      .on(table.auditorId, table.createdAt, table.position)
      .where(sql`${table.completedAt} is null and ${table.skippedAt} is null`),
    // What an auditor has still to calibrate, which every list asks for.
    index("assignments_to_calibrate_idx")
      .on(table.auditorId)
      .where(sql`${table.kind} = 'calibration' and ${table.completedAt} is null and ${table.skippedAt} is null`),
    index("assignments_sample_idx").on(table.sampleId, table.auditorId),
    check("assignments_end_once", sql`${table.completedAt} is null or ${table.skippedAt} is null`),
    check("assignments_skipped_say_why", sql`${table.skippedAt} is null or ${table.skipReason} <> ''`),
  ],
);
