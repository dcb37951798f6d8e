import { and, inArray, type SQL, sql } from "drizzle-orm";
import { callOutcomes } from "@/db/schema";
import { conversionCondition } from "@/lib/outcomes/conversion-condition";
import type { TaskFilters } from "./task-filters";
import type { TaskNarrowing } from "./task-narrowings";

/** The tasks of calls whose outcome is asked for; none when no filter is about outcomes. */
export function narrowByOutcome(filters: TaskFilters): TaskNarrowing[] {
  const isMeant = outcomeConditions(filters);
  if (!isMeant) return [];
  return [
    {
      // The limit keeps this a look at one task after the other.
      probe: ({ callId }) => sql`(select true from ${callOutcomes} where ${callOutcomes.callId} = ${callId} and ${isMeant} limit 1)`,
      hits: { column: "callId", query: sql`select ${callOutcomes.callId} as id from ${callOutcomes} where ${isMeant}` },
    },
  ];
}

function outcomeConditions({ conversions = [], buyers = [], publishers = [], revenueFrom, revenueTo }: TaskFilters): SQL | undefined {
  return and(
    conversionCondition(conversions),
    buyers.length > 0 ? inArray(callOutcomes.buyerName, buyers) : undefined,
    publishers.length > 0 ? inArray(callOutcomes.publisherName, publishers) : undefined,
    revenueFrom === undefined ? undefined : sql`${callOutcomes.revenue} >= ${revenueFrom}::numeric`,
    revenueTo === undefined ? undefined : sql`${callOutcomes.revenue} <= ${revenueTo}::numeric`,
  );
}
