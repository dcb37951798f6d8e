import { and, eq, gte, inArray, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { deliveries } from "@/db/schema";
import type { Cursor } from "@/lib/pagination";
import type { DeliveryFilters } from "./delivery-filters";

const MAX_INTEGER = 2_147_483_647;

/** Filters with the text resolved to what it stands for. */
export type ResolvedDeliveryFilters = Omit<DeliveryFilters, "text"> & {
  /** A delivery's own id, or that of its call. */
  objectId?: string;
  remoteAddress?: string;
};

/** A text that is neither an id nor a campaign's number is meant for the sender's address. */
export function resolveDeliveryFilters({ text = "", ...filters }: DeliveryFilters): ResolvedDeliveryFilters {
  const wanted = text.trim();
  if (wanted === "") return filters;
  if (z.uuid().safeParse(wanted).success) return { ...filters, objectId: wanted.toLowerCase() };
  const campaignId = /^#\s?(\d{1,10})$/.exec(wanted)?.[1];
  if (campaignId === undefined) return { ...filters, remoteAddress: wanted };
  const id = Math.min(Number(campaignId), MAX_INTEGER);
  return { ...filters, campaignIds: filters.campaignIds?.length && !filters.campaignIds.includes(id) ? [0] : [id] };
}

/** All filters but the dates as a condition on `deliveries`; undefined when they narrow nothing. */
export function matchingDeliveries(filters: ResolvedDeliveryFilters): SQL | undefined {
  const { verdicts = [], reasons = [], sources = [], campaignIds = [], apiKeyIds = [], objectId, remoteAddress } = filters;
  return and(
    verdicts.length > 0 ? inArray(deliveries.verdict, verdicts) : undefined,
    reasons.length > 0 ? inArray(deliveries.reason, reasons) : undefined,
    sources.length > 0 ? inArray(deliveries.source, sources) : undefined,
    campaignIds.length > 0 ? inArray(deliveries.campaignId, campaignIds) : undefined,
    apiKeyIds.length > 0 ? inArray(deliveries.apiKeyId, apiKeyIds) : undefined,
    objectId === undefined ? undefined : or(eq(deliveries.id, objectId), eq(deliveries.callId, objectId)),
    remoteAddress === undefined ? undefined : eq(deliveries.remoteAddress, remoteAddress),
  );
}

type Span = { filters: Pick<DeliveryFilters, "receivedFrom" | "receivedBefore">; place: Cursor | null; isDescending: boolean };

/** Deliveries of the dates that are asked for, beyond a place in the list. Said twice of the place, since only a time by itself leaves months out. */
export function withinSpan({ filters: { receivedFrom, receivedBefore }, place, isDescending }: Span): SQL | undefined {
  const position = place === null ? undefined : sql`(${sql.param(place.at, deliveries.receivedAt)}, ${place.id}::uuid)`;
  const row = sql`(${deliveries.receivedAt}, ${deliveries.id})`;
  return and(
    receivedFrom && gte(deliveries.receivedAt, receivedFrom),
    receivedBefore && lt(deliveries.receivedAt, receivedBefore),
    place === null ? undefined : isDescending ? lte(deliveries.receivedAt, place.at) : gte(deliveries.receivedAt, place.at),
    position && (isDescending ? sql`${row} < ${position}` : sql`${row} > ${position}`),
  );
}
