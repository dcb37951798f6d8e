import type { Source } from "@/db/enums";
import type { CampaignFacts, DeliveryReading } from "@/lib/reception/delivery-reading";
import { readAnuraDelivery } from "./anura/read-delivery";
import { readAriaDelivery } from "./aria/read-delivery";

/** What a source's reader is given: the bytes as they came, and ways to learn about the campaign that they name. */
export type ReadDeliveryInput = {
  raw: Buffer;
  contentType: string;
  findCampaign: (id: number) => Promise<CampaignFacts | null> | CampaignFacts | null;
  /** Overrules the campaign that the body names: somebody pointed the delivery to this one. */
  campaignId?: number | undefined;
  /** For times without an offset, where the campaign has no zone of its own. */
  defaultTimeZone: string;
  /** Nothing may be written: somebody wants to know what the delivery would do, or did. */
  isPreview: boolean;
};

/** The sources whose deliveries we can read. One line each; everything else of a source is in its folder. */
export const DELIVERY_READERS: Partial<Record<Source, (input: ReadDeliveryInput) => Promise<DeliveryReading>>> = {
  anura: readAnuraDelivery,
  aria: readAriaDelivery,
};
