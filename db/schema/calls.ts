import { sql } from "drizzle-orm";
import { boolean, check, index, integer, numeric, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns";
import { instant, primaryId, timestamps } from "./columns";
import { directionEnum, recordingStatusEnum, sourceEnum } from "./enums";
import { operators } from "./operators";

/** One row per phone call, whatever number of deliveries spoke of it. Grows with traffic: the largest table after deliveries. */
export const calls = pgTable(
  "calls",
  {
    id: primaryId(),
    campaignId: integer()
      .notNull()
      .references(() => campaigns.id),
    source: sourceEnum().notNull(),
    /** Which call it is, in the words of its source: the platform's id, or the call's facts with its recording's address. */
    identityKey: text().notNull(),
    /** Hash of the facts that identify a call whose platform sends no id; null when it does. */
    factsKey: text(),
    /** The platform's own id of the call, or one that we derive from its facts. */
    externalId: text().notNull(),
    direction: directionEnum().notNull(),
    startedAt: instant().notNull(),
    calling: text().notNull(),
    called: text().notNull(),
    /** Digits with a leading + where one was given, for search; empty where there is no number. */
    callingNormalized: text().notNull(),
    calledNormalized: text().notNull(),
    disposition: text().notNull(),
    durationSeconds: numeric({ precision: 12, scale: 3, mode: "number" }).notNull(),
    billableSeconds: numeric({ precision: 12, scale: 3, mode: "number" }).notNull(),
    extension: text().notNull(),
    /** The operator's name as the platform sent it; empty when it sent none, or an extension instead. */
    operatorName: text().notNull(),
    operatorId: uuid().references(() => operators.id),
    isEnded: boolean().notNull(),
    recordingStatus: recordingStatusEnum().notNull(),
    recordingUrl: text(),
    /** Why the recording is unavailable, in words. */
    recordingFailure: text(),
    recordingAttemptCount: integer().notNull().default(0),
    /** When the next attempt is due; null while none is. */
    nextAttemptAt: instant(),
    /** A worker is on it until then; it extends the time while it works. */
    claimedUntil: instant(),
    /** How often the relay has handed the call to the engine, and when it did last. */
    dispatchCount: integer().notNull().default(0),
    dispatchedAt: instant(),
    ...timestamps,
  },
  (table) => [
    // What makes a call one call under concurrency, on any number of processes.
    uniqueIndex("calls_source_identity_key").on(table.source, table.identityKey),
    // Reception finds the calls that share a delivery's facts.
    index("calls_facts_idx").on(table.source, table.factsKey).where(sql`${table.factsKey} is not null`),
    // The relay takes calls that nobody has handed on; the sweep those whose turn passed. Holds open calls only, so it stays small.
    index("calls_open_idx").on(table.dispatchedAt, table.id).where(sql`${table.recordingStatus} = 'pending'`),
    // The calls of an operator, which a merge moves: those that have one, so that receiving a call does not pay for it.
    index("calls_operator_idx").on(table.operatorId).where(sql`${table.operatorId} is not null`),
    // The calls whose operator's name came late, so that nobody has given them their operator yet: few, and soon none.
    index("calls_late_operator_idx")
      .on(table.id)
      .where(sql`operator_id is null and operator_name <> '' and (recording_status = 'stored' or source = 'aria')`),
    // The pay-per-call calls of an operator in a range of dates, which agents' reports are made of. Receiving calls of Anura does not pay for it.
    index("calls_operator_outcome_idx")
      .on(table.operatorId, table.startedAt, table.id)
      .where(sql`${table.operatorId} is not null and ${table.source} = 'aria'`),
    index("calls_campaign_started_idx").on(table.campaignId, table.startedAt, table.id),
    // Each campaign's recordings on their way, oldest first: what its source's health is told from. Holds open calls only.
    index("calls_pending_campaign_idx").on(table.campaignId, table.id).where(sql`${table.recordingStatus} = 'pending'`),
    // The calls whose recording never came, by when it was given up: few.
    index("calls_unavailable_idx").on(table.updatedAt, table.id).where(sql`${table.recordingStatus} = 'unavailable'`),
    // The same by when the call began, which they are listed and paged by.
    index("calls_unavailable_started_idx").on(table.startedAt, table.id).where(sql`${table.recordingStatus} = 'unavailable'`),
    // Digits anywhere in a call's numbers, asked by the list of tasks. Holds calls with a stored recording only, so that receiving a call
    // does not pay for it. pg_trgm is made in the migration before it.
    index("calls_numbers_trgm_idx")
      .using("gin", sql`(${table.callingNormalized} || ' ' || ${table.calledNormalized}) gin_trgm_ops`)
      .where(sql`${table.recordingStatus} = 'stored'`),
    // The beginning of a recording's file name, asked by the list of tasks; byte by byte, so that a beginning is one range.
    index("calls_file_name_idx")
      .on(sql`lower(substring(${table.recordingUrl} from '([^/?#]+)(?:[?#].*)?$')) text_pattern_ops`)
      .where(sql`${table.recordingStatus} = 'stored'`),
    check("calls_pending_has_address", sql`${table.recordingStatus} <> 'pending' or ${table.recordingUrl} is not null`),
    check("calls_durations_are_not_negative", sql`${table.durationSeconds} >= 0 and ${table.billableSeconds} >= 0`),
  ],
);
