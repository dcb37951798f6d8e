import { type SQL, sql } from "drizzle-orm";
import { operatorMerges } from "@/db/schema";

type IsOfLaterMergeInput = { targetId: string; createdAt: Date; kind: "call" | "task" | "audit" | "alias"; objectId: SQL };

/**
 * Whether a later merge into the same target moved the thing too, as a condition: somebody gave it away by hand in between, so that undoing
 * the earlier merge is not to take it.
 */
export function isOfLaterMerge({ targetId, createdAt, kind, objectId }: IsOfLaterMergeInput): SQL {
  return sql`exists (
    select 1 from operator_merges later join operator_merge_items other on other.merge_id = later.id
    where later.target_id = ${targetId} and later.undone_at is null and later.created_at > ${sql.param(createdAt, operatorMerges.createdAt)}
      and other.kind = ${kind} and other.object_id = ${objectId})`;
}
