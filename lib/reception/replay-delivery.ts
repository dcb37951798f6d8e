import { v7 } from "uuid";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { MAX_WEBHOOK_BODY_BYTES } from "@/lib/http/body-limits";
import type { WebhookAnswer } from "./answer-delivery";
import { parseContentType } from "./body/parse-content-type";
import { type Delivery, getDelivery } from "./get-delivery";
import { receiveBody } from "./receive-body";

type ReplayDeliveryInput = {
  actor: Actor;
  id: string;
  /** Sends it to this campaign instead of the one that its body names. */
  campaignId?: number;
  /** A corrected body; the delivery that was received stays as it is. */
  raw?: Buffer;
  /** The job that orders it. */
  jobId?: string;
};

/** Reasons of deliveries whose bytes are not all here. */
export const CUT_OFF_REASONS = ["body_too_large", "body_too_slow", "body_cut_off"];

/**
 * Takes a stored delivery in once more, as a delivery of its own that names the one it repeats. One that made a call stays with its
 * campaign, and one whose body did not arrive whole needs a corrected one. Admins only.
 */
export async function replayDelivery({ actor, id, campaignId, raw, jobId }: ReplayDeliveryInput): Promise<WebhookAnswer> {
  const original = await getDelivery({ actor, id });
  refuseImpossible(original, { campaignId, raw });
  const { source, apiKeyId, remoteAddress, headers } = original;
  const replayId = v7();
  const answer = await receiveBody({
    id: replayId,
    source,
    apiKeyId,
    remoteAddress,
    contentType: raw ? correctedContentType(original.contentType) : original.contentType,
    headers,
    body: { raw: raw ?? original.raw, problem: null },
    campaignId,
    replayOf: id,
  });
  const details = { replayId, isCorrected: raw !== undefined, ...(campaignId && { campaignId }), ...(jobId && { jobId }) };
  await recordAuditEntry({ actor, action: "delivery.replayed", object: { kind: "delivery", id }, details });
  return answer;
}

function refuseImpossible(original: Delivery, { campaignId, raw }: Pick<ReplayDeliveryInput, "campaignId" | "raw">): void {
  if (campaignId !== undefined && original.callId !== null && original.campaignId !== campaignId) {
    throw new AppError(
      "conflict",
      `This delivery made a call of Campaign ID #${original.campaignId}: sent to another, it would be a second call.`,
      { details: { problem: "other_campaign", campaignId: original.campaignId } },
    );
  }
  if (raw === undefined && CUT_OFF_REASONS.includes(original.reason)) {
    throw new AppError("conflict", "The body of this delivery did not arrive whole: it can only be replayed with a corrected body.", {
      details: { problem: "cut_off" },
    });
  }
  if (raw !== undefined && raw.length > MAX_WEBHOOK_BODY_BYTES)
    throw new AppError("too_large", "The body is larger than 256 KiB.", { details: { problem: "too_large" } });
}

/** Whoever corrects a body types UTF-8, whatever the sender said of its own; a form stays one. */
export function correctedContentType(contentType: string): string {
  const type = parseContentType(contentType);
  return type.outcome === "known" && type.format === "form" ? "application/x-www-form-urlencoded" : "application/json";
}
