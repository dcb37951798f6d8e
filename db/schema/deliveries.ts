import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { bytea } from "./bytea";
import { instant } from "./columns";
import { sourceEnum, verdictEnum } from "./enums";

/** What was wrong or odd in a delivery: `path` names the field as the platform calls it, `code` is stable, `message` is for people. */
export type DeliveryProblem = { path: string; code: string; message: string };

/**
 * One row per request with a valid key, exactly as it arrived, with what we made of it: the reception log. The largest table, so it is
 * partitioned by month of arrival and old months are dropped whole. No foreign keys: it outlives what it points to.
 */
export const deliveries = pgTable(
  "deliveries",
  {
    /** The receipt that the sender got: a uuid v7, so its time is in it. */
    id: uuid().notNull(),
    receivedAt: instant().notNull(),
    source: sourceEnum().notNull(),
    verdict: verdictEnum().notNull(),
    /** Stable code of the verdict's reason; empty when accepted without remark. */
    reason: text().notNull(),
    problems: jsonb().$type<DeliveryProblem[]>().notNull(),
    warnings: jsonb().$type<DeliveryProblem[]>().notNull(),
    responseStatus: smallint().notNull(),
    /** The platform's name of the event, such as END; empty when none could be read. */
    eventKind: text().notNull(),
    campaignId: integer(),
    callId: uuid(),
    /** Hash of the call's identity or facts, so that events that made no call are found from the call that they belong to. */
    callKey: text(),
    apiKeyId: uuid(),
    remoteAddress: text().notNull(),
    contentType: text().notNull(),
    /** Request headers without secrets. */
    headers: jsonb().$type<Record<string, string>>().notNull(),
    raw: bytea().notNull(),
    rawSha256: bytea().notNull(),
    /** The delivery that this one repeats on somebody's order. */
    replayOf: uuid(),
  },
  (table) => [
    // By receipt; the time comes second because a partitioned table wants it in every key.
    primaryKey({ columns: [table.id, table.receivedAt] }),
    // The reception log, newest first: all of it, of a campaign, by what became of it, and by who sent it. Two of them together serve two filters.
    index("deliveries_received_idx").on(table.receivedAt, table.id),
    index("deliveries_campaign_received_idx").on(table.campaignId, table.receivedAt, table.id),
    index("deliveries_outcome_received_idx").on(table.verdict, table.reason, table.receivedAt, table.id),
    index("deliveries_sender_received_idx").on(table.source, table.apiKeyId, table.receivedAt, table.id),
    // Which deliveries came from an address. Without the time, the few addresses that there are take next to no room.
    index("deliveries_remote_address_idx").on(table.remoteAddress),
    // What repeats a delivery; few do.
    index("deliveries_replay_of_idx").on(table.replayOf).where(sql`${table.replayOf} is not null`),
    // A call's delivery history.
    index("deliveries_call_idx").on(table.callId),
    index("deliveries_call_key_idx").on(table.callKey),
  ],
);
