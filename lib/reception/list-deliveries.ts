import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Source, Verdict } from "@/db/enums";
import { deliveries } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { type Cursor, MAX_PAGE_SIZE, type Page, toPage } from "@/lib/pagination";

type ListDeliveriesInput = {
  actor: Actor;
  verdicts?: Verdict[];
  source?: Source;
  campaignId?: number;
  reason?: string;
  cursor?: Cursor | null;
  limit?: number;
};

export type DeliveryListItem = Pick<
  typeof deliveries.$inferSelect,
  "id" | "receivedAt" | "source" | "verdict" | "reason" | "responseStatus" | "eventKind" | "campaignId" | "callId" | "warnings" | "replayOf"
>;

/** Deliveries as they arrived, newest first, without their payload. Admins only. A page is one index range scan at any depth. */
export async function listDeliveries({ actor, cursor, limit = 25, ...filter }: ListDeliveriesInput): Promise<Page<DeliveryListItem>> {
  requireAdmin(actor);
  const pageSize = Math.min(Math.max(limit, 1), MAX_PAGE_SIZE);
  const rows = await db
    .select({
      id: deliveries.id,
      receivedAt: deliveries.receivedAt,
      source: deliveries.source,
      verdict: deliveries.verdict,
      reason: deliveries.reason,
      responseStatus: deliveries.responseStatus,
      eventKind: deliveries.eventKind,
      campaignId: deliveries.campaignId,
      callId: deliveries.callId,
      warnings: deliveries.warnings,
      replayOf: deliveries.replayOf,
    })
    .from(deliveries)
    .where(
      and(
        filter.verdicts ? inArray(deliveries.verdict, filter.verdicts) : undefined,
        filter.source ? eq(deliveries.source, filter.source) : undefined,
        filter.campaignId ? eq(deliveries.campaignId, filter.campaignId) : undefined,
        filter.reason ? eq(deliveries.reason, filter.reason) : undefined,
        cursor
          ? sql`(${deliveries.receivedAt}, ${deliveries.id}) < (${sql.param(cursor.at, deliveries.receivedAt)}, ${sql.param(cursor.id, deliveries.id)})`
          : undefined,
      ),
    )
    .orderBy(desc(deliveries.receivedAt), desc(deliveries.id))
    .limit(pageSize + 1);
  return toPage(rows, pageSize, (row) => ({ at: row.receivedAt, id: row.id }));
}
