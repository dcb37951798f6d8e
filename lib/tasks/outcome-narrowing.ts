import { and, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { callOutcomes, tasks } from "@/db/schema";
import type { TaskFilters } from "./task-filters";
import type { TaskNarrowing } from "./task-narrowings";

/** More than these are not asked for by their ids. */
const MAX_HITS = 10_000;

/** The tasks of calls whose outcome is asked for; none when no filter is about outcomes. */
export function narrowByOutcome(filters: TaskFilters): TaskNarrowing[] {
  const isMeant = outcomeConditions(filters);
  if (!isMeant) return [];
  return [
    {
      // The limit keeps this a look at one task after the other.
      probe: sql`(select true from ${callOutcomes} where ${callOutcomes.callId} = ${tasks.callId} and ${isMeant} limit 1)`,
      findHits: async () => {
        const rows = await db
          .select({ id: callOutcomes.callId })
          .from(callOutcomes)
          .where(isMeant)
          .limit(MAX_HITS + 1);
        return rows.length > MAX_HITS ? null : { column: "callId", ids: rows.map(({ id }) => id) };
      },
    },
  ];
}

function outcomeConditions({ conversions = [], buyers = [], publishers = [], revenueFrom, revenueTo }: TaskFilters): SQL | undefined {
  return and(
    conversions.length > 0
      ? or(
          conversions.includes("converted") ? sql`${callOutcomes.converted}` : undefined,
          conversions.includes("not_converted") ? sql`not ${callOutcomes.converted}` : undefined,
          conversions.includes("unknown") ? isNull(callOutcomes.converted) : undefined,
        )
      : undefined,
    buyers.length > 0 ? inArray(callOutcomes.buyerName, buyers) : undefined,
    publishers.length > 0 ? inArray(callOutcomes.publisherName, publishers) : undefined,
    revenueFrom === undefined ? undefined : sql`${callOutcomes.revenue} >= ${revenueFrom}::numeric`,
    revenueTo === undefined ? undefined : sql`${callOutcomes.revenue} <= ${revenueTo}::numeric`,
  );
}
