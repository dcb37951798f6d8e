import { asc, desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { apiKeys, campaigns, deliveries } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { decodeCursor, encodeCursor, MAX_PAGE_SIZE, type Page } from "@/lib/pagination";
import { resolveDeliveryFilters } from "./delivery-conditions";
import type { DeliveryFilters } from "./delivery-filters";
import { findDeliveryIds } from "./find-delivery-ids";

type ListDeliveriesInput = {
  actor: Actor;
  filters?: DeliveryFilters;
  /** `nextCursor` of the page before. A damaged one opens the first page. */
  after?: string | null;
  /** `previousCursor` of the page behind. */
  before?: string | null;
  limit?: number;
};

export type DeliveryListItem = Pick<
  typeof deliveries.$inferSelect,
  "id" | "receivedAt" | "source" | "verdict" | "reason" | "responseStatus" | "eventKind" | "campaignId" | "callId" | "warnings" | "replayOf"
> & {
  /** Null for a campaign that does not exist, or when none was named. */
  campaignName: string | null;
  /** Null for a source that has no keys. */
  apiKeyName: string | null;
  sizeBytes: number;
};

export type DeliveryPage = Page<DeliveryListItem> & {
  /** To be given as `before`; null when this is the first page. */
  previousCursor: string | null;
};

/** Deliveries as they arrived, newest first, without their payload. Admins only. A page costs the same at any depth and for any filters. */
export async function listDeliveries({ actor, filters = {}, limit = 25, ...input }: ListDeliveriesInput): Promise<DeliveryPage> {
  requireAdmin(actor);
  const size = Math.min(Math.max(limit, 1), MAX_PAGE_SIZE);
  const before = decodeCursor(input.before ?? "");
  const place = before ?? decodeCursor(input.after ?? "");
  const isBackwards = before !== null;
  const resolved = resolveDeliveryFilters(filters);
  const ids = await findDeliveryIds({ filters: resolved, isDescending: !isBackwards, place, rowCount: size + 1 });
  const direction = isBackwards ? asc : desc;
  const found = await db
    .select(shownColumns)
    .from(deliveries)
    .leftJoin(campaigns, eq(campaigns.id, deliveries.campaignId))
    .leftJoin(apiKeys, eq(apiKeys.id, deliveries.apiKeyId))
    .where(sql`${deliveries.id} = any(${sql.param(ids)}::uuid[])`)
    .orderBy(direction(deliveries.receivedAt), direction(deliveries.id));

  const kept = found.slice(0, size);
  const items = isBackwards ? kept.reverse() : kept;
  const hasMore = found.length > size;
  const cursorAt = (item: DeliveryListItem | undefined) => (item ? encodeCursor({ at: item.receivedAt, id: item.id }) : null);
  return {
    items,
    nextCursor: hasMore || isBackwards ? cursorAt(items.at(-1)) : null,
    previousCursor: (isBackwards ? hasMore : place !== null) ? cursorAt(items[0]) : null,
  };
}

const shownColumns = {
  id: deliveries.id,
  receivedAt: deliveries.receivedAt,
  source: deliveries.source,
  verdict: deliveries.verdict,
  reason: deliveries.reason,
  responseStatus: deliveries.responseStatus,
  eventKind: deliveries.eventKind,
  campaignId: deliveries.campaignId,
  campaignName: campaigns.name,
  callId: deliveries.callId,
  apiKeyName: apiKeys.name,
  // The length is in the row; of a long body nothing is read.
  sizeBytes: sql<number>`octet_length(${deliveries.raw})`,
  warnings: deliveries.warnings,
  replayOf: deliveries.replayOf,
};
