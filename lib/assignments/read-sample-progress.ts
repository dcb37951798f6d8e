import { and, asc, count, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { assignments, users } from "@/db/schema";
import type { AssignmentState } from "./assignment-state";

/** How far somebody is with their calls of a sample. */
export type AuditorProgress = { userId: string; name: string } & Record<`${AssignmentState}Count`, number>;

/** How far each auditor of each of some samples is, by name. Rights are the caller's to check. */
export async function readSampleProgress(sampleIds: string[]): Promise<Map<string, AuditorProgress[]>> {
  if (sampleIds.length === 0) return new Map();
  const { completedAt, skippedAt } = assignments;
  const rows = await db
    .select({
      ...{ sampleId: assignments.sampleId, userId: users.id, name: users.name },
      doneCount: count(completedAt),
      skippedCount: count(skippedAt),
      openCount: sql<number>`(count(*) filter (where ${and(sql`${completedAt} is null`, sql`${skippedAt} is null`)}))::int`,
    })
    .from(assignments)
    .innerJoin(users, eq(users.id, assignments.auditorId))
    .where(inArray(assignments.sampleId, sampleIds))
    .groupBy(assignments.sampleId, users.id, users.name)
    .orderBy(asc(users.name), asc(users.id));
  const bySample = Map.groupBy(rows, ({ sampleId }) => sampleId);
  return new Map([...bySample].map(([id, ofSample]) => [id, ofSample.map(({ sampleId: _, ...progress }) => progress)]));
}
