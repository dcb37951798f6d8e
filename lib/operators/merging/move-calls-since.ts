import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { operatorMerges } from "@/db/schema";
import { operatorMatchKey } from "../operator-match-key";
import { tidyOperatorName } from "../tidy-operator-name";
import { isOfLaterMerge } from "./is-of-later-merge";

type MoveCallsSinceInput = { sourceId: string; targetId: string; createdAt: Date; matchKeys: string[] };

/**
 * Gives the source the calls that found the target since the merge only because a name of the source led there. Of a call without a task
 * nobody but its name can have said whose it is.
 */
export async function moveCallsSince(tx: Transaction, input: MoveCallsSinceInput): Promise<{ callCount: number; taskCount: number }> {
  const { sourceId, targetId, createdAt, matchKeys } = input;
  const candidates = sql`(
    select calls.id, calls.operator_name from tasks join calls on calls.id = tasks.call_id
    where tasks.operator_id = ${targetId} and tasks.created_at >= ${sql.param(createdAt, operatorMerges.createdAt)}
    union all
    select calls.id, calls.operator_name from calls where calls.operator_id = ${targetId}
      and not exists (select 1 from tasks where tasks.call_id = calls.id)) as candidates`;
  const found = await tx.execute<{ name: string }>(sql`select distinct operator_name as name from ${candidates}`);
  const names = found.map(({ name }) => name).filter((name) => matchKeys.includes(operatorMatchKey(tidyOperatorName(name))));
  if (names.length === 0) return { callCount: 0, taskCount: 0 };
  const [moved] = await tx.execute<{ callCount: number; taskCount: number }>(sql`
    with ids as materialized (
      select id from ${candidates} where operator_name = any(${sql.param(names)}::text[])
        and not ${isOfLaterMerge({ targetId, createdAt, kind: "call", objectId: sql`candidates.id::text` })}),
    moved_calls as (
      update calls set operator_id = ${sourceId} from ids where calls.id = ids.id and calls.operator_id = ${targetId} returning 1),
    moved_tasks as (
      update tasks set operator_id = ${sourceId} from ids where tasks.call_id = ids.id and tasks.operator_id = ${targetId} returning 1)
    select (select count(*) from moved_calls)::int as "callCount", (select count(*) from moved_tasks)::int as "taskCount"`);
  return moved ?? { callCount: 0, taskCount: 0 };
}
