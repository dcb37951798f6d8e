import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import type { WebhookAnswer } from "./answer-delivery";
import { getDelivery } from "./get-delivery";
import { receiveBody } from "./receive-body";

type ReplayDeliveryInput = {
  actor: Actor;
  id: string;
  /** Sends it to this campaign instead of the one that its body names. */
  campaignId?: number;
  /** A corrected body; the delivery that was received stays as it is. */
  raw?: Buffer;
};

/**
 * Takes a stored delivery in once more, as a delivery of its own that names the one it repeats. One that made a call
 * stays with its campaign. Admins only.
 */
export async function replayDelivery({ actor, id, campaignId, raw }: ReplayDeliveryInput): Promise<WebhookAnswer> {
  const original = await getDelivery({ actor, id });
  if (campaignId !== undefined && original.callId !== null && original.campaignId !== campaignId) {
    throw new AppError(
      "conflict",
      `This delivery made a call of Campaign ID #${original.campaignId}: sent to another, it would be a second call.`,
    );
  }
  const { source, apiKeyId, remoteAddress, contentType, headers } = original;
  const body = { raw: raw ?? original.raw, problem: null };
  return receiveBody({ source, apiKeyId, remoteAddress, contentType, headers, body, campaignId, replayOf: id });
}
