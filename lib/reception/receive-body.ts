import { v7 } from "uuid";
import type { Source } from "@/db/enums";
import { answerDelivery, type WebhookAnswer } from "./answer-delivery";
import type { DeliveryDraft } from "./delivery-draft";
import type { DeliveryReading } from "./delivery-reading";
import { type ReceivedBody, readReceivedBody } from "./read-received-body";
import { receiveDelivery } from "./receive-delivery";

type ReceiveBodyInput = {
  /** The receipt, where somebody needs to know it beforehand: a uuid v7. */
  id?: string;
  source: Source;
  body: ReceivedBody;
  campaignId?: number;
  replayOf?: string;
} & Pick<DeliveryDraft, "apiKeyId" | "remoteAddress" | "contentType" | "headers">;

/** Reads a delivery, stores it with what became of it, and answers once that is committed. `campaignId` overrules the body's, on a replay. */
export async function receiveBody({
  id = v7(),
  source,
  body,
  campaignId,
  replayOf,
  ...envelope
}: ReceiveBodyInput): Promise<WebhookAnswer> {
  const reading = await readReceivedBody({ source, body, contentType: envelope.contentType, campaignId, isPreview: false });
  const { eventKind, callKey, warnings } = reading;
  const receipt = await receiveDelivery({
    ...envelope,
    id,
    receivedAt: new Date(),
    source,
    eventKind,
    campaignId: reading.campaignId,
    callKey,
    warnings,
    raw: body.raw,
    replayOf: replayOf ?? null,
    ...verdictOf(reading),
  });
  return answerDelivery(reading, receipt);
}

function verdictOf(reading: DeliveryReading) {
  switch (reading.outcome) {
    case "call":
      return { problems: [], call: reading.call };
    case "ignored":
      return { problems: [], call: null, verdict: "ignored" as const, reason: reading.reason, responseStatus: 200 };
    case "refused":
      return { problems: reading.problems, call: null, verdict: "refused" as const, reason: reading.code, responseStatus: reading.status };
  }
}
