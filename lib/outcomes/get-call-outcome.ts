import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { callOutcomes, connections } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { canSeeMoney } from "./can-see-money";

/** What came of one call, in the words of call_outcomes. `money` null: the viewer may not know it. */
export type CallOutcome = NonNullable<Awaited<ReturnType<typeof getCallOutcome>>>;

/** The outcome of a pay-per-call call; null for any other. Whether the viewer may see the call is asked before. */
export async function getCallOutcome({ viewer, callId }: { viewer: Viewer; callId: string }) {
  const [found] = await db
    .select({ outcome: callOutcomes, connectionName: connections.name })
    .from(callOutcomes)
    .innerJoin(connections, eq(connections.id, callOutcomes.connectionId))
    .where(eq(callOutcomes.callId, callId));
  if (!found) return null;
  const { standing: _, callId: __, connectionId: ___, revenue, cost, payout, saleAmount, saleCount, ...outcome } = found.outcome;
  const money = canSeeMoney(viewer) ? { revenue, cost, payout, saleAmount, saleCount } : null;
  return { ...outcome, connectionName: found.connectionName, money };
}
