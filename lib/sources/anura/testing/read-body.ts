import type { CampaignFacts, DeliveryReading } from "@/lib/reception/delivery-reading";
import { type ReadAnuraDeliveryInput, readAnuraDelivery } from "../read-delivery";

const CAMPAIGN: Omit<CampaignFacts, "id"> = { timeZone: null, source: "anura", isArchived: false };

/** Reads a body, given as it is or as what it holds, for a campaign that is open and takes calls from Anura unless the test says otherwise. */
export function readBody(body: Record<string, unknown> | string, options: Partial<ReadAnuraDeliveryInput> = {}): Promise<DeliveryReading> {
  return readAnuraDelivery({
    raw: Buffer.from(typeof body === "string" ? body : JSON.stringify(body)),
    contentType: "application/json",
    findCampaign: (id) => ({ id, ...CAMPAIGN }),
    defaultTimeZone: "America/Argentina/Buenos_Aires",
    ...options,
  });
}
