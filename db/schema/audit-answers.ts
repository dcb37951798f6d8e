import { sql } from "drizzle-orm";
import { check, index, integer, numeric, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { audits } from "./audits";
import { instant } from "./columns";
import { criteria } from "./criteria";
import { answerEnum, answerSourceEnum } from "./enums";
import { users } from "./users";

/**
 * What was answered to one criterion of an audit: what the machine said, and what counts. Both are kept, whoever changes the latter. One for
 * each criterion that was answered: some dozens for each audit.
 */
export const auditAnswers = pgTable(
  "audit_answers",
  {
    auditId: uuid()
      .notNull()
      .references(() => audits.id, { onDelete: "cascade" }),
    criterionId: uuid()
      .notNull()
      .references(() => criteria.id),
    /** The answer that counts; null while a suggestion waits for a person. */
    answer: answerEnum(),
    /** Of a scale; null for yes or no and where it does not apply. */
    points: smallint(),
    note: text().notNull().default(""),
    /** Where in the recording, from its beginning. */
    momentMs: integer(),
    /** Why it is another than before, or than the machine's. */
    reason: text().notNull().default(""),
    /** Null where the machine's answer counts. */
    answeredBy: uuid().references(() => users.id),
    answeredAt: instant(),
    machineAnswer: answerEnum(),
    machinePoints: smallint(),
    machineSource: answerSourceEnum(),
    /** What it rests on in words, and what was said, in the words of the transcript. */
    machineNote: text().notNull().default(""),
    machineQuote: text(),
    machineMomentMs: integer(),
    /** 0 to 1, as the model says; null for rules. */
    machineConfidence: numeric({ precision: 3, scale: 2, mode: "number" }),
  },
  (table) => [
    // The answers of an audit.
    primaryKey({ columns: [table.auditId, table.criterionId] }),
    // The audits in which a criterion was answered so.
    index("audit_answers_criterion_idx").on(table.criterionId, table.answer),
    check("audit_answers_answered_say_when", sql`(${table.answer} is null) = (${table.answeredAt} is null)`),
    check("audit_answers_person_gives_an_answer", sql`${table.answeredBy} is null or ${table.answer} is not null`),
    check("audit_answers_machine_says_whence", sql`(${table.machineAnswer} is null) = (${table.machineSource} is null)`),
    check(
      "audit_answers_machine_counts_as_it_said",
      sql`${table.answer} is null or ${table.answeredBy} is not null or ${table.machineAnswer} is not null`,
    ),
  ],
);
