import { and, asc, eq, inArray, isNotNull, isNull, or } from "drizzle-orm";
import { db } from "@/db/client";
import { deliveries } from "@/db/schema";

const shownColumns = {
  id: deliveries.id,
  receivedAt: deliveries.receivedAt,
  source: deliveries.source,
  eventKind: deliveries.eventKind,
  verdict: deliveries.verdict,
  reason: deliveries.reason,
  warnings: deliveries.warnings,
  responseStatus: deliveries.responseStatus,
  replayOf: deliveries.replayOf,
};

export type CallDelivery = Pick<typeof deliveries.$inferSelect, keyof typeof shownColumns>;

/**
 * What platforms told of a call, oldest first and without payload: the deliveries that made or changed it, and those that named it but made
 * nothing, such as a START. Whether somebody may see them is for the caller to know.
 */
export async function listCallDeliveries({ callId }: { callId: string }): Promise<CallDelivery[]> {
  // Asked first: with the keys at hand each half of the condition below is one look into an index.
  const keys = await db
    .selectDistinct({ callKey: deliveries.callKey })
    .from(deliveries)
    .where(and(eq(deliveries.callId, callId), isNotNull(deliveries.callKey)));
  const ownKeys = keys.flatMap(({ callKey }) => callKey ?? []);
  const named = ownKeys.length > 0 ? and(isNull(deliveries.callId), inArray(deliveries.callKey, ownKeys)) : undefined;
  return db
    .select(shownColumns)
    .from(deliveries)
    .where(or(eq(deliveries.callId, callId), named))
    .orderBy(asc(deliveries.receivedAt), asc(deliveries.id))
    .limit(200);
}
