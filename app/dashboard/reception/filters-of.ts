import { z } from "zod";
import { startOfDate } from "@/lib/calls/start-of-date";
import { env } from "@/lib/env";
import type { DeliveryFilters } from "@/lib/reception/delivery-filters";
import type { DeliveryFilterParams } from "./search-params";

const MAX_INTEGER = 2_147_483_647;
const MAX_TEXT_LENGTH = 200;
const MAX_REASONS = 50;

/** The filters that the address asks for, in the terms of listDeliveries. What makes no sense narrows nothing. */
export function filtersOf({ q, verdict, reason, source, campaign, key, from, to }: DeliveryFilterParams): DeliveryFilters {
  return {
    text: q.slice(0, MAX_TEXT_LENGTH).replaceAll("\0", ""),
    verdicts: verdict,
    reasons: reason.filter((code) => /^[a-z_]{1,100}$/.test(code)).slice(0, MAX_REASONS),
    sources: source,
    campaignIds: campaign.filter((id) => id > 0 && id <= MAX_INTEGER),
    apiKeyIds: key.filter((id) => z.uuid().safeParse(id).success),
    receivedFrom: startOfDate({ date: from, timeZone: env.TIME_ZONE }) ?? undefined,
    receivedBefore: startOfDate({ date: to, timeZone: env.TIME_ZONE, plusDays: 1 }) ?? undefined,
  };
}
