import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, numeric, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import type { SpeakerRole } from "../enums";
import { audits } from "./audits";
import { instant } from "./columns";
import { criteria, type PhraseSpeaker } from "./criteria";
import { answerEnum, answerSourceEnum } from "./enums";
import { users } from "./users";

/** How a phrase of a rule fared: as it was asked for, at another time, by another speaker, or not at all. */
export type PhraseFinding = {
  code: "phrase_said" | "phrase_said_at_another_time" | "phrase_said_by_another" | "phrase_not_said";
  /** The one that was said, or else the first that was looked for, and how many were. */
  phrase: string;
  phraseCount: number;
  speaker: PhraseSpeaker;
  withinFirstSeconds: number | null;
  withinLastSeconds: number | null;
  saidBy: SpeakerRole | null;
  saidAtMs: number | null;
};

/** What was measured, and the limits of the rule. Ratios are of the whole call. */
export type MeasureFinding = {
  code: "silence_ratio" | "longest_silence" | "agent_talk_ratio" | "agent_interruptions";
  value: number;
  min: number | null;
  max: number | null;
};

/** Why the machine cannot tell, or what its answer does not rest on. */
export type MachineDoubt = {
  code:
    | "sides_unknown"
    | "nothing_said"
    | "phrases_without_words"
    | "quote_not_in_transcript"
    | "rests_on_nothing_said"
    | "unusable_answer";
};

/** One thing that a machine's answer rests on, as data that the screen puts into words. `isMet`: whether it is as the criterion asks; null where it cannot be told. */
export type MachineFinding = { isMet: boolean | null } & (PhraseFinding | MeasureFinding | MachineDoubt);

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
    /** What it rests on: of a rule each of its conditions, also where the machine gave no answer. Null where the machine was not asked. */
    machineFindings: jsonb().$type<MachineFinding[]>(),
    /** The model's reason in words; empty for rules. */
    machineNote: text().notNull().default(""),
    /** What was said, in the words of the transcript. */
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
