import { and, desc, eq, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { operatorMerges, operators, users } from "@/db/schema";

/** `canUndo` is false for one that is undone, or whose target was merged on since. */
export type OperatorMerge = {
  id: string;
  source: { id: string; name: string };
  target: { id: string; name: string };
  /** Null for the installation itself. */
  mergedBy: string | null;
  createdAt: Date;
  undoneAt: Date | null;
  canUndo: boolean;
};

const [sources, targets] = [alias(operators, "sources"), alias(operators, "targets")];

/** The merges into an operator, and the one that it went away by, newest first; at most 50. Whether somebody may see them is for the caller to know. */
export async function listOperatorMerges({ operatorId }: { operatorId: string }): Promise<OperatorMerge[]> {
  return db
    .select({
      id: operatorMerges.id,
      source: { id: sources.id, name: operatorMerges.sourceName },
      target: { id: targets.id, name: targets.name },
      mergedBy: users.name,
      createdAt: operatorMerges.createdAt,
      undoneAt: operatorMerges.undoneAt,
      canUndo: sql<boolean>`${operatorMerges.undoneAt} is null and ${targets.mergedIntoId} is null`,
    })
    .from(operatorMerges)
    .innerJoin(sources, eq(sources.id, operatorMerges.sourceId))
    .innerJoin(targets, eq(targets.id, operatorMerges.targetId))
    .leftJoin(users, eq(users.id, operatorMerges.mergedBy))
    .where(
      or(eq(operatorMerges.targetId, operatorId), and(eq(operatorMerges.sourceId, operatorId), sql`${operatorMerges.undoneAt} is null`)),
    )
    .orderBy(desc(operatorMerges.createdAt), desc(operatorMerges.id))
    .limit(50);
}
