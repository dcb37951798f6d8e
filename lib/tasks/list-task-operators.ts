import { and, asc, eq, exists, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { operators, tasks } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { likePattern } from "@/lib/like-pattern";
import { operatorMatchKey } from "@/lib/operators/operator-match-key";

export type TaskOperator = { id: string; name: string };

type ListTaskOperatorsInput = {
  viewer: Viewer;
  /** Part of the name, whatever its case and accents. */
  text?: string;
  /** Only these. */
  ids?: string[];
  limit?: number;
};

/**
 * Operators that the viewer can narrow the list of tasks to, by name: admins all, supervisors and auditors those of their campaigns. Nobody
 * who was merged away, since they have no tasks.
 */
export async function listTaskOperators({ viewer, text = "", ids, limit = 20 }: ListTaskOperatorsInput): Promise<TaskOperator[]> {
  const name = operatorMatchKey(text);
  return db
    .select({ id: operators.id, name: operators.name })
    .from(operators)
    .where(
      and(
        isNull(operators.mergedIntoId),
        hasVisibleTasks(viewer),
        ids && inArray(operators.id, ids),
        name === "" ? undefined : sql`${operators.matchKey} like ${likePattern(name)}`,
      ),
    )
    .orderBy(asc(operators.matchKey))
    .limit(limit);
}

function hasVisibleTasks({ role, campaignIds, operatorId }: Viewer): SQL | undefined {
  if (role === "admin") return undefined;
  if (role === "agent") return operatorId === null ? sql`false` : eq(operators.id, operatorId);
  if (campaignIds.length === 0) return sql`false`;
  return exists(
    db
      .select({ one: sql`1` })
      .from(tasks)
      .where(and(eq(tasks.operatorId, operators.id), inArray(tasks.campaignId, campaignIds))),
  );
}
