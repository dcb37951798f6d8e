import { desc, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { callOutcomes, calls } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { ARIA_FIELDS, type AriaFieldName } from "./fields";

/** Those without which a call is not taken in are never empty. */
export type MeasuredField = Exclude<AriaFieldName, "api_key" | "connection_id" | "call_instance_id" | "call_date">;

/** How often each field was empty in the latest calls, in the order of the guide. */
export type EmptyValues = { callCount: number; fields: { name: MeasuredField; emptyCount: number }[] };

type MeasureEmptyValuesInput = {
  actor: Actor;
  /** The connection's uuid. */
  connectionId: string;
};

export const MEASURED_CALLS = 1_000;

/**
 * How many of a connection's latest thousand calls say nothing in a field, once all their deliveries are merged. Admins only. One query, as
 * quick with millions of calls as with a thousand.
 */
export async function measureEmptyValues({ actor, connectionId }: MeasureEmptyValuesInput): Promise<EmptyValues> {
  requireAdmin(actor);
  if (!z.uuid().safeParse(connectionId).success) return { callCount: 0, fields: [] };
  const newest = db
    .select(COLUMNS)
    .from(callOutcomes)
    .innerJoin(calls, eq(calls.id, callOutcomes.callId))
    .where(eq(callOutcomes.connectionId, connectionId))
    .orderBy(desc(callOutcomes.startedAt), desc(callOutcomes.callId))
    .limit(MEASURED_CALLS)
    .as("newest");
  const counts: Record<string, SQL<number>> = {};
  for (const name of MEASURED_FIELDS) counts[name] = sql<number>`count(*) filter (where coalesce(${newest[name]}::text, '') = '')::int`;
  const [row] = await db.select({ callCount: sql<number>`count(*)::int`, counts }).from(newest);
  return {
    callCount: row?.callCount ?? 0,
    fields: MEASURED_FIELDS.map((name) => ({ name, emptyCount: row?.counts[name] ?? 0 })),
  };
}

/** Where the value of a field ends up. */
const COLUMNS = {
  buyer_name: callOutcomes.buyerName,
  client_id: callOutcomes.clientId,
  caller_id: calls.calling,
  campaign_id: callOutcomes.externalCampaignId,
  campaign_name: callOutcomes.externalCampaignName,
  campaign_tracking_id: callOutcomes.campaignTrackingId,
  connected_call_length: callOutcomes.connectedSeconds,
  converted: callOutcomes.converted,
  duration: callOutcomes.durationSeconds,
  end_call_source: callOutcomes.endedBy,
  inbound_number_state: callOutcomes.state,
  is_duplicate: callOutcomes.isDuplicate,
  cost: callOutcomes.cost,
  publisher_sub_id: callOutcomes.publisherSubId,
  publisher_name: callOutcomes.publisherName,
  recording: calls.recordingUrl,
  referrer_url: callOutcomes.referrerUrl,
  revenue: callOutcomes.revenue,
  subsource: callOutcomes.subsource,
  target_did: calls.called,
  target_name: callOutcomes.targetName,
  target_sub_id: callOutcomes.targetSubId,
  time_to_call: callOutcomes.secondsToCall,
  time_to_connect: callOutcomes.secondsToConnect,
  zip_code: callOutcomes.zipCode,
  data_source: callOutcomes.dataSource,
  vertical: callOutcomes.vertical,
  sale_amount: callOutcomes.saleAmount,
  sale_count: callOutcomes.saleCount,
  client_lead_id: callOutcomes.clientLeadId,
  branch_name: callOutcomes.branchName,
  affiliate_payout: callOutcomes.payout,
} as const satisfies Record<MeasuredField, unknown>;

const MEASURED_FIELDS = ARIA_FIELDS.map(({ name }) => name).filter((name): name is MeasuredField => name in COLUMNS);
