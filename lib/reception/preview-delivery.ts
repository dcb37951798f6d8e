import { sqlClient } from "@/db/client";
import type { Source } from "@/db/enums";
import { findOperator } from "@/lib/operators/find-operator";
import { refusal, type WebhookAnswer } from "./answer-delivery";
import type { DeliveryReading } from "./delivery-reading";
import { findKnownCalls } from "./find-known-calls";
import { identifyCall } from "./identify-call";
import { type ReceivedBody, readReceivedBody } from "./read-received-body";
import { settleDelivery } from "./settle-delivery";

type PreviewDeliveryInput = {
  source: Source;
  body: ReceivedBody;
  contentType: string;
  /** Overrules the campaign that the body names. */
  campaignId?: number;
};

/** Says exactly what a delivery would do if it were sent for real: the same reading, the same decision. Stores nothing. */
export async function previewDelivery(input: PreviewDeliveryInput): Promise<WebhookAnswer> {
  const reading = await readReceivedBody({ ...input, isPreview: true });
  if (reading.outcome === "refused") return { status: reading.status, body: { ...refusal(reading), warnings: reading.warnings } };
  const { campaignId, warnings } = reading;
  const { would, ...details } =
    reading.outcome === "ignored" ? { would: { status: "ignored", reason: reading.reason } } : await previewCall(reading);
  return { status: 200, body: { status: "valid", would, campaign_id: campaignId, ...details, warnings } };
}

async function previewCall({ call }: Extract<DeliveryReading, { outcome: "call" }>) {
  const known = await findKnownCalls(sqlClient, { names: [identifyCall(call)], withOutcomes: call.outcome !== undefined });
  const { verdict, reason, change, makesTask } = settleDelivery(known, call);
  const operator = await findOperator({ name: call.operatorName });
  return {
    would: {
      status: verdict,
      ...(verdict === "ignored" ? { reason } : {}),
      makes_task: makesTask,
      is_new_call: change === "insert",
    },
    operator: call.operatorName === "" ? null : { name: operator?.name ?? call.operatorName, is_known: operator !== null },
    call: {
      started_at: call.startedAt.toISOString(),
      direction: call.direction,
      calling: call.calling,
      called: call.called,
      duration_seconds: call.durationSeconds,
      billable_seconds: call.billableSeconds,
      has_recording: call.hasRecording,
      recording_url: call.recordingUrl,
    },
  };
}
