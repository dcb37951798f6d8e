import { sql } from "drizzle-orm";
import { check, index, pgTable, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { audits } from "./audits";
import { instant, primaryId } from "./columns";
import { criteria } from "./criteria";
import { answerEnum, disputeStatusEnum } from "./enums";
import { users } from "./users";

/**
 * An agent's objection to one answer of an audit, and what somebody else decided. A trigger holds how it goes from open to its end, and that it
 * is of a completed audit (migration dispute_states). Few: one at most for each answer.
 */
export const disputes = pgTable(
  "disputes",
  {
    id: primaryId(),
    auditId: uuid()
      .notNull()
      .references(() => audits.id, { onDelete: "cascade" }),
    criterionId: uuid()
      .notNull()
      .references(() => criteria.id),
    status: disputeStatusEnum().notNull().default("open"),
    /** What the agent says. */
    reason: text().notNull(),
    openedBy: uuid()
      .notNull()
      .references(() => users.id),
    openedAt: instant().notNull().defaultNow(),
    /** Until when it is to be decided. */
    dueAt: instant().notNull(),
    /** The answer that is disputed, and who gave it; null: the machine. */
    disputedAnswer: answerEnum().notNull(),
    disputedPoints: smallint(),
    disputedUserId: uuid().references(() => users.id),
    decidedBy: uuid().references(() => users.id),
    decidedAt: instant(),
    /** Why it was decided so. */
    decision: text().notNull().default(""),
  },
  (table) => [
    // One dispute for each answer, and those of an audit.
    uniqueIndex("disputes_audit_criterion_key").on(table.auditId, table.criterionId),
    // What waits for a decision, the most urgent first.
    index("disputes_open_idx").on(table.dueAt, table.id).where(sql`${table.status} = 'open'`),
    // What was disputed, the newest first.
    index("disputes_opened_idx").on(table.openedAt, table.id),
    index("disputes_opened_by_idx").on(table.openedBy, table.openedAt),
    check("disputes_say_why", sql`trim(${table.reason}) <> '' and (${table.decidedBy} is null or trim(${table.decision}) <> '')`),
    check("disputes_have_time", sql`${table.dueAt} > ${table.openedAt}`),
    check(
      "disputes_decided_say_who",
      sql`(${table.status} in ('accepted', 'rejected')) = (${table.decidedBy} is not null and ${table.decidedAt} is not null)`,
    ),
    check(
      "disputes_are_decided_by_another",
      sql`${table.decidedBy} is null or (${table.decidedBy} <> ${table.openedBy} and ${table.decidedBy} is distinct from ${table.disputedUserId})`,
    ),
  ],
);
