import type { DeliveryFilters } from "@/lib/reception/delivery-filters";
import type { RefusedDeliveries } from "@/lib/reception/refused-deliveries";

type RefusedOfInput = { filters: DeliveryFilters; target: number | null; now: Date };

/** The refused deliveries among those of the filters as they stand now, in the terms of the job that replays them. */
export function refusedOf({ filters, target, now }: RefusedOfInput): RefusedDeliveries {
  const { reasons = [], sources = [], campaignIds = [], apiKeyIds = [], receivedFrom, receivedBefore, text = "" } = filters;
  return {
    ...{ reasons, sources, campaignIds, apiKeyIds, text },
    receivedFrom: receivedFrom?.toISOString() ?? null,
    receivedBefore: (receivedBefore && receivedBefore < now ? receivedBefore : now).toISOString(),
    toCampaignId: target,
  };
}
