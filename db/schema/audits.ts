import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, numeric, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { instant, primaryId, timestamps } from "./columns";
import { auditKindEnum, auditStatusEnum, contactChannelEnum } from "./enums";
import { operators } from "./operators";
import { scorecardVersions } from "./scorecard-versions";
import { tasks } from "./tasks";
import { users } from "./users";

const score = () => numeric({ precision: 5, scale: 2, mode: "number" });

/**
 * A scorecard's answers for one contact: of a task, or of something without audio that was entered by hand. Carries copies of what reports are
 * narrowed and grouped by. One for each audited task, and some for calibration.
 */
export const audits = pgTable(
  "audits",
  {
    id: primaryId(),
    kind: auditKindEnum().notNull().default("quality"),
    /** Null for an audit that was entered by hand. */
    taskId: uuid().references(() => tasks.id),
    versionId: uuid()
      .notNull()
      .references(() => scorecardVersions.id),
    campaignId: integer()
      .notNull()
      .references(() => campaigns.id),
    operatorId: uuid().references(() => operators.id),
    channel: contactChannelEnum().notNull().default("call"),
    /** What a contact without a task is known by, such as the number of a ticket. */
    reference: text().notNull().default(""),
    /** When the contact took place, and its day in the campaign's time zone at the time. */
    contactAt: instant().notNull(),
    contactOn: date().notNull(),
    status: auditStatusEnum().notNull().default("open"),
    /** Who audits; null while only the machine has answered. */
    auditorId: uuid().references(() => users.id),
    /** Of the answers so far; null while nothing is answered. */
    score: score(),
    /** The same without what critical criteria take. */
    scoreWithoutFail: score(),
    /** The campaign's passing score when the audit was completed; before, when it was opened. */
    passingScore: score().notNull(),
    hasCriticalFailure: boolean().notNull().default(false),
    comment: text().notNull().default(""),
    /** What the agent did well, for the agent to read. */
    praise: text().notNull().default(""),
    /** Counts changes, so that a second tab sees that it is behind. */
    revision: integer().notNull().default(0),
    /** When the machine last gave its answers. */
    machineAt: instant(),
    completedAt: instant(),
    /** Null on a completed audit: every answer is the machine's. */
    completedBy: uuid().references(() => users.id),
    validatedAt: instant(),
    validatedBy: uuid().references(() => users.id),
    /** When the agent said to have read it. */
    acknowledgedAt: instant(),
    ...timestamps,
  },
  (table) => [
    // The one audit of a task that counts, held under concurrency: the machine and a person may open it at once.
    uniqueIndex("audits_task_quality_key").on(table.taskId).where(sql`${table.kind} = 'quality'`),
    uniqueIndex("audits_task_calibration_key").on(table.taskId, table.auditorId).where(sql`${table.kind} = 'calibration'`),
    // The list of all audits, the newest contact first.
    index("audits_contact_idx").on(table.contactOn, table.contactAt, table.id),
    // Lists and reports by when the contact was: of a campaign, of an operator, of an auditor.
    index("audits_campaign_contact_idx").on(table.campaignId, table.contactOn, table.id),
    index("audits_operator_contact_idx").on(table.operatorId, table.contactOn, table.id),
    index("audits_auditor_contact_idx").on(table.auditorId, table.contactOn, table.id),
    index("audits_version_idx").on(table.versionId),
    // What auditors made to be compared, of some campaigns. Few.
    index("audits_calibration_idx").on(table.campaignId, table.contactOn).where(sql`${table.kind} = 'calibration'`),
    check("audits_without_task_name_an_operator", sql`${table.taskId} is not null or ${table.operatorId} is not null`),
    check(
      "audits_completed_have_a_score",
      sql`(${table.status} = 'open') = (${table.completedAt} is null) and (${table.status} = 'open' or ${table.score} is not null)`,
    ),
    check(
      "audits_validated_say_who",
      sql`(${table.status} = 'validated') = (${table.validatedAt} is not null and ${table.validatedBy} is not null)`,
    ),
    check(
      "audits_calibration_is_by_somebody",
      sql`${table.kind} <> 'calibration' or (${table.auditorId} is not null and ${table.taskId} is not null)`,
    ),
  ],
);
