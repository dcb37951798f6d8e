import { boolean, index, integer, jsonb, numeric, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { calls } from "./calls";
import { campaigns } from "./campaigns";
import { instant } from "./columns";
import { connections } from "./connections";
import { callEnderEnum } from "./enums";

/** Money in the platform's currency, exact to four places. */
const money = () => numeric({ precision: 18, scale: 4 });
const seconds = () => numeric({ precision: 12, scale: 3, mode: "number" });
/** Empty when the platform said nothing. */
const saidText = () => text().notNull().default("");

/**
 * Which delivery of the call each value came from, as far as merging needs to know: `base` ranks the delivery that gave all values but those
 * named under `others`, by rank. A rank is a text that sorts as deliveries do, oldest event first.
 */
export type OutcomeStanding = { base: string; others: Record<string, string[]> };

/**
 * What came of a call in pay-per-call: whether it converted, what it brought and cost, who sent and who took it. One row per call of a
 * connection, merged from its deliveries; grows with the calls. Money is never shown to agents.
 */
export const callOutcomes = pgTable(
  "call_outcomes",
  {
    callId: uuid()
      .primaryKey()
      .references(() => calls.id),
    connectionId: uuid()
      .notNull()
      .references(() => connections.id),
    /** Copies of the call's, which reports narrow by. */
    campaignId: integer()
      .notNull()
      .references(() => campaigns.id),
    startedAt: instant().notNull(),
    /** The platform's own campaign. */
    externalCampaignId: saidText(),
    externalCampaignName: saidText(),
    campaignTrackingId: saidText(),
    converted: boolean(),
    /** The caller had called before: a flag, the call counts like any other. */
    isDuplicate: boolean(),
    durationSeconds: seconds(),
    /** How long caller and buyer talked. */
    connectedSeconds: seconds(),
    secondsToCall: seconds(),
    secondsToConnect: seconds(),
    endedBy: callEnderEnum(),
    revenue: money(),
    cost: money(),
    /** What the affiliate gets. */
    payout: money(),
    saleAmount: money(),
    saleCount: money(),
    buyerName: saidText(),
    targetName: saidText(),
    targetSubId: saidText(),
    publisherName: saidText(),
    publisherSubId: saidText(),
    subsource: saidText(),
    vertical: saidText(),
    state: saidText(),
    zipCode: saidText(),
    branchName: saidText(),
    dataSource: saidText(),
    referrerUrl: saidText(),
    clientId: saidText(),
    clientLeadId: saidText(),
    standing: jsonb().$type<OutcomeStanding>().notNull(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (table) => [
    // A report of some campaigns in a range of dates, and the calls behind its numbers, newest first.
    index("call_outcomes_campaign_started_idx").on(table.campaignId, table.startedAt, table.callId),
    index("call_outcomes_started_idx").on(table.startedAt, table.callId),
    // The names of a campaign's buyers and publishers, one after the other.
    index("call_outcomes_campaign_buyer_idx").on(table.campaignId, table.buyerName),
    index("call_outcomes_campaign_publisher_idx").on(table.campaignId, table.publisherName),
    // Revenue in a range.
    index("call_outcomes_revenue_idx").on(table.revenue, table.callId),
    // The calls of one buyer or publisher, which the list of tasks is narrowed to.
    index("call_outcomes_buyer_started_idx").on(table.buyerName, table.startedAt, table.callId),
    index("call_outcomes_publisher_started_idx").on(table.publisherName, table.startedAt, table.callId),
    // The share of values that a connection leaves empty, from its latest calls.
    index("call_outcomes_connection_started_idx").on(table.connectionId, table.startedAt, table.callId),
    // How many calls each campaign of the platform's has brought, and the last of them.
    index("call_outcomes_external_campaign_idx").on(table.connectionId, table.externalCampaignId, table.startedAt),
  ],
);
