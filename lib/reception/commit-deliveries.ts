import type { TransactionSql } from "postgres";
import { sqlClient } from "@/db/client";
import { writeOutcomes } from "./call-outcome-rows";
import type { CallRow } from "./call-row";
import type { DeliveryDraft, Receipt, SettledDelivery } from "./delivery-draft";
import { notificationsOf } from "./delivery-notifications";
import { findKnownCalls } from "./find-known-calls";
import { type CallNames, identifyCall } from "./identify-call";
import { settleDelivery } from "./settle-delivery";
import { writeBatch } from "./write-batch";

/**
 * Writes deliveries and the calls that they speak of in one synchronous commit, and tells what became of each, in their order. Deliveries
 * that may be one call wait for each other on a lock by the call's name, on any number of processes; the unique index is the second net.
 */
export async function commitDeliveries(drafts: DeliveryDraft[]): Promise<Receipt[]> {
  const names = drafts.flatMap((draft) => (draft.call === null ? [] : [identifyCall(draft.call)]));
  const withOutcomes = drafts.some(({ call }) => call?.outcome !== undefined);
  return sqlClient.begin(async (transaction) => {
    const known = names.length === 0 ? [] : await lockAndFindCalls(transaction, { names, withOutcomes });
    const before = new Map(known.map((call) => [call.id, call]));
    const calls = new Map(before);
    const settled = drafts.map((draft) => settle(draft, calls));
    const changed = [...calls.values()].filter((call) => before.get(call.id) !== call);
    // Sent together, so that they cost one round trip.
    await Promise.all([
      writeBatch(transaction, {
        deliveries: settled,
        insertedCalls: changed.filter((call) => !before.has(call.id)),
        updatedCalls: changed.filter((call) => before.has(call.id)),
      }),
      ...(withOutcomes ? writeOutcomes(transaction, changed) : []),
      transaction`select pg_notify(n.channel, n.payload) from json_to_recordset(${notificationsOf(settled)}::text::json) as n(channel text, payload text)`,
    ]);
    return settled.map(({ receipt }) => receipt);
  });
}

/** Settles one delivery and keeps `calls` as they stand after it, for the next one of the batch. */
function settle(draft: DeliveryDraft, calls: Map<string, CallRow>): SettledDelivery {
  if (draft.call === null) {
    const { verdict, reason, responseStatus } = draft;
    return { draft, receipt: { receiptId: draft.id, verdict, reason, callId: null }, responseStatus };
  }
  const { verdict, reason, call, change } = settleDelivery([...calls.values()], draft.call);
  if (change !== "none") calls.set(call.id, call);
  return { draft, receipt: { receiptId: draft.id, verdict, reason, callId: call.id }, responseStatus: 200 };
}

/**
 * Locks in one order everywhere, so that two batches never wait for each other. The search sees what the locks waited for. Plans are kept
 * from when tables were small: without the setting they would be to read all of `calls`, for as long as it grows faster than it is analysed.
 */
async function lockAndFindCalls(
  transaction: TransactionSql,
  { names, withOutcomes }: { names: CallNames[]; withOutcomes: boolean },
): Promise<CallRow[]> {
  const lockKeys = [...new Set(names.map((name) => name.lockKey))];
  // Begun here and not by Promise.all, which would let the search go first: then it sees nothing of what the locks wait for.
  const locking = transaction`select pg_advisory_xact_lock(k.hashed), set_config('enable_seqscan', 'off', true) from (
    select distinct hashtextextended(key, 0) as hashed from unnest(${lockKeys}::text[]) as key order by hashed) k`.execute();
  const [, calls] = await Promise.all([locking, findKnownCalls(transaction, { names, withOutcomes, isForUpdate: true })]);
  return calls;
}
