import type { Receipt } from "./delivery-draft";
import type { DeliveryReading } from "./delivery-reading";

/** Status and JSON body of a webhook's answer. */
export type WebhookAnswer = { status: number; body: Record<string, unknown> };

/** What the sender is told of a delivery that was stored: its verdict with the receipt, or what is wrong with it and where. */
export function answerDelivery(reading: DeliveryReading, receipt: Receipt): WebhookAnswer {
  if (reading.outcome === "refused") return { status: reading.status, body: { ...refusal(reading), receipt_id: receipt.receiptId } };
  const reason = receipt.verdict === "ignored" ? { reason: receipt.reason } : {};
  const call = receipt.callId === null ? {} : { call_id: receipt.callId };
  return { status: 200, body: { status: receipt.verdict, ...reason, receipt_id: receipt.receiptId, ...call } };
}

/** The error part of a refusal. */
export function refusal({ code, message, problems, position }: Extract<DeliveryReading, { outcome: "refused" }>): Record<string, unknown> {
  return { error: { code, message, ...position, ...(problems.length > 0 ? { fields: problems } : {}) } };
}
