import type { Source } from "@/db/enums";
import { findCampaignFactsCached } from "@/lib/campaigns/find-campaign-facts-cached";
import { env } from "@/lib/env";
import { DELIVERY_READERS } from "@/lib/sources/delivery-readers";
import type { DeliveryReading } from "./delivery-reading";

/** A body, or as much of it as came before it was cut off. `pixel`: it came as the query of a GET, where that is not allowed. */
export type ReceivedBody = { raw: Buffer; problem: null | "too_large" | "too_slow" | "cut_off" | "pixel" };

type ReadReceivedBodyInput = { source: Source; body: ReceivedBody; contentType: string; campaignId?: number; isPreview: boolean };

/** Reads a delivery by its source's reader; a body that did not arrive whole is refused with the reason. `campaignId` overrules the body's. */
export async function readReceivedBody({
  source,
  body,
  contentType,
  campaignId,
  isPreview,
}: ReadReceivedBodyInput): Promise<DeliveryReading> {
  if (body.problem !== null)
    return { ...PROBLEMS[body.problem], outcome: "refused", eventKind: "", campaignId: null, callKey: null, warnings: [], problems: [] };
  const read = DELIVERY_READERS[source];
  if (!read) throw new Error(`No reader for deliveries of ${source}.`);
  return read({ raw: body.raw, contentType, campaignId, findCampaign: findCampaignFactsCached, defaultTimeZone: env.TIME_ZONE, isPreview });
}

const PROBLEMS = {
  too_large: { status: 413, code: "body_too_large", message: "The body is larger than 256 KiB." },
  too_slow: { status: 408, code: "body_too_slow", message: "The body did not arrive within 10 seconds." },
  cut_off: { status: 400, code: "body_cut_off", message: "The connection was closed before the body was whole." },
  pixel: { status: 405, code: "pixels_not_allowed", message: "This connection takes calls by POST only; query pixels are not allowed." },
} as const;
