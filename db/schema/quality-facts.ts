import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, numeric, pgTable, smallint, uuid } from "drizzle-orm/pg-core";
import { audits } from "./audits";
import { contactChannelEnum } from "./enums";

/** A count for each question of the version, side by side in one number: eight decimal digits each, the first question's last. Adding such numbers adds up all counts at once. */
const countsByQuestion = () => numeric().notNull();

/**
 * What quality reports count of one audit: a row for each quality audit that is completed or validated. Triggers write it in the transaction
 * that changes the audit, its answers, its transcript or its analysis (migration quality_facts), so that nothing that writes can forget it and
 * reports are exact. A fifteenth of the rows that the answers have; nobody else writes it.
 */
export const qualityFacts = pgTable(
  "quality_facts",
  {
    auditId: uuid()
      .primaryKey()
      .references(() => audits.id, { onDelete: "cascade" }),
    campaignId: integer().notNull(),
    /** The day of the contact, as the audit has it. */
    contactOn: date().notNull(),
    operatorId: uuid(),
    auditorId: uuid(),
    versionId: uuid().notNull(),
    /** Null for what was entered by hand. */
    taskId: uuid(),
    callId: uuid(),
    channel: contactChannelEnum().notNull(),
    /** No person has had to do with the answers: there is no auditor. */
    isByMachine: boolean().notNull(),
    isValidated: boolean().notNull(),
    isPassed: boolean().notNull(),
    hasCriticalFailure: boolean().notNull(),
    /** In hundredths, so that they are added up as whole numbers. */
    score: integer().notNull(),
    scoreWithoutFail: integer().notNull(),
    complied: countsByQuestion(),
    failed: countsByQuestion(),
    /** Questions to which both the machine and a person gave an answer: the same, or another. */
    agreed: countsByQuestion(),
    overruled: countsByQuestion(),
    /** Of the recording; null without a transcript. */
    longestSilenceSeconds: integer(),
    /** Lines of the call that an analysis takes for negative; null without an analysis. */
    negativeLines: smallint(),
  },
  (table) => [
    // A report of some campaigns, of an operator or of an auditor, in a range of days.
    index("quality_facts_campaign_idx").on(table.campaignId, table.contactOn),
    index("quality_facts_operator_idx").on(table.operatorId, table.contactOn),
    index("quality_facts_auditor_idx").on(table.auditorId, table.contactOn),
    check("quality_facts_scores_are_scores", sql`${table.score} between 0 and 10000 and ${table.scoreWithoutFail} between 0 and 10000`),
  ],
);
