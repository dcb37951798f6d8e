import { sql } from "drizzle-orm";
import { boolean, check, integer, numeric, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { instant, timestamps } from "./columns";
import { channelEnum, speechLanguageEnum, transcriberEnum } from "./enums";

/** The business context of calls. The number is shown as Campaign ID #N, and is never edited or reused. Grows with customers and products. */
export const campaigns = pgTable(
  "campaigns",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    name: text().notNull(),
    channel: channelEnum().notNull().default("calls"),
    description: text().notNull().default(""),
    /** IANA name; null means the installation's. Call times that come without an offset are read in it. */
    timeZone: text(),
    /** Score from which a call passes, 0 to 100; equal passes. */
    passingScore: numeric({ precision: 5, scale: 2, mode: "number" }).notNull().default(80),
    /** Whom to write to when something is wrong with the campaign's calls. */
    supervisorEmails: text().array().notNull().default([]),
    /** Days after which recordings are deleted, counted from when they were taken in; null keeps them for good. */
    retentionDays: integer(),
    /** Who transcribes its calls; null means whom the installation has. */
    transcriber: transcriberEnum(),
    /** The language that its calls are in; null has it told from each call. */
    language: speechLanguageEnum(),
    /** Which channel of a stereo recording the agent is on, 0 for the left one; null while nobody has said. */
    agentChannel: smallint(),
    /** Whether the installation's language model, where it has one, reads what is said in the campaign's calls. */
    usesLanguageModel: boolean().notNull().default(true),
    /** Days in which an agent may dispute an audit once it is completed, and in which the dispute is to be decided. */
    disputeDays: smallint().notNull().default(7),
    archivedAt: instant(),
    ...timestamps,
  },
  (table) => [
    check("campaigns_name_is_not_blank", sql`length(trim(${table.name})) > 0`),
    check("campaigns_passing_score_is_a_score", sql`${table.passingScore} between 0 and 100`),
    check("campaigns_agent_channel_is_of_two", sql`${table.agentChannel} in (0, 1)`),
    check("campaigns_dispute_days_are_days", sql`${table.disputeDays} between 1 and 365`),
    check("campaigns_retention_is_a_time", sql`${table.retentionDays} between 1 and 36500`),
  ],
);
