import type { SettledDelivery } from "./delivery-draft";

/**
 * What other parts are told with the commit, as JSON rows of channel and payload: `call_ready` wakes the relay, `delivery_received` the
 * screens. Of a burst, screens hear the last delivery of each campaign and verdict, which is all that they can show.
 */
export function notificationsOf(settled: SettledDelivery[]): string {
  const byCampaignAndVerdict = new Map<string, { channel: string; payload: string }>();
  let hasReadyCall = false;
  for (const { draft, receipt } of settled) {
    const { source, campaignId } = draft;
    const payload = JSON.stringify({ id: receipt.receiptId, campaignId, source, verdict: receipt.verdict });
    byCampaignAndVerdict.set(`${campaignId}:${receipt.verdict}`, { channel: "delivery_received", payload });
    hasReadyCall ||= receipt.verdict === "accepted";
  }
  const rows = [...byCampaignAndVerdict.values()];
  return JSON.stringify(hasReadyCall ? [...rows, { channel: "call_ready", payload: "" }] : rows);
}
