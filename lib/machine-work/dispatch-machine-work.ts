import type { TransactionSql } from "postgres";
import { ADVISORY_LOCKS } from "@/db/advisory-locks";
import { sqlClient } from "@/db/client";
import type { MachineWorkKind } from "@/db/enums";
import { env } from "@/lib/env";

/** A piece of work on its way to the engine. `dispatchCount` makes each handing-on a new event. */
export type DispatchedMachineWork = { taskId: string; kind: MachineWorkKind; dispatchCount: number };

type DispatchInput = {
  send: (work: DispatchedMachineWork[]) => Promise<void>;
  /** How much of what the language model has to do may be under way at once, and how much that needs rules alone. */
  modelLimit?: number;
  rulesLimit?: number;
  /** Whether what was ordered in bulk goes first this time. */
  isBulkFirst?: boolean;
};

/** Rules take milliseconds and this database's time: a few at once keep it busy. */
const RULES_AT_ONCE = 4;

/** What was handed on and not begun by then was forgotten. */
const BEGUN_WITHIN_SECONDS = 30;

/** How often bulk goes first: never, and it would starve where calls arrive as fast as they are worked on. */
const BULK_FIRST_SHARE = 1 / 4;

/**
 * Hands work that is due and that nobody does on to `send`, as much as may be done at once beside what is, and returns how much. Two queues that do
 * not wait for each other: what the language model has to do, and audits as far as rules answer them. In each, what arrives by itself, or one person
 * waits for, goes before what was ordered in bulk; one time in four, by lot, it is the other way round. Then oldest task first. The queues
 * stay in the database: a thousand calls that wait are a thousand rows, and nothing in the engine.
 */
export async function dispatchMachineWork({
  send,
  modelLimit = env.LLM_CONCURRENCY,
  rulesLimit = RULES_AT_ONCE,
  isBulkFirst = Math.random() < BULK_FIRST_SHARE,
}: DispatchInput): Promise<number> {
  const dispatched = await sqlClient.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(${ADVISORY_LOCKS.machineWorkDispatch})`;
    const forRules = await take({ transaction, isOfModel: false, limit: rulesLimit, isBulkFirst });
    return [...forRules, ...(await take({ transaction, isOfModel: true, limit: modelLimit, isBulkFirst }))];
  });
  if (dispatched.length === 0) return 0;
  try {
    await send(dispatched);
  } catch (error) {
    for (const { taskId, kind } of dispatched)
      await sqlClient`update machine_work set dispatched_at = null where task_id = ${taskId} and kind = ${kind}`;
    throw error;
  }
  return dispatched.length;
}

type TakeInput = { transaction: TransactionSql; isOfModel: boolean; limit: number; isBulkFirst: boolean };

async function take({ transaction, isOfModel, limit, isBulkFirst }: TakeInput): Promise<DispatchedMachineWork[]> {
  const [busy] = await transaction<{ count: number }[]>`
    select count(*)::int as count from machine_work where ${isInQueue(isOfModel)} and ${isBusy()}`;
  const taken: DispatchedMachineWork[] = [];
  for (const isBulk of [isBulkFirst, !isBulkFirst]) {
    const free = limit - (busy?.count ?? 0) - taken.length;
    if (free > 0) taken.push(...(await takeFrom({ transaction, isOfModel, isBulk, limit: free })));
  }
  return taken;
}

type TakeFromInput = { transaction: TransactionSql; isOfModel: boolean; isBulk: boolean; limit: number };

/** Reads no more of the queue than it takes, and skips what somebody is just ordering anew. */
async function takeFrom({ transaction, isOfModel, isBulk, limit }: TakeFromInput) {
  return transaction<DispatchedMachineWork[]>`
    with first as materialized (
      select task_id, kind from machine_work where ${isInQueue(isOfModel)} and is_bulk = ${isBulk}
        and ${isBusy()} is not true and (next_attempt_at is null or next_attempt_at <= now())
      order by task_id, kind limit ${limit} for update skip locked
    )
    update machine_work set dispatched_at = now(), dispatch_count = dispatch_count + 1
    where (task_id, kind) in (select task_id, kind from first)
    returning task_id as "taskId", kind, dispatch_count as "dispatchCount"`;
}

/** In the words of the indexes that hold the queues, or the planner would not take them. */
function isInQueue(isOfModel: boolean) {
  return isOfModel
    ? sqlClient`status in ('queued', 'running') and (kind = 'analysis' or is_left_to_model)`
    : sqlClient`status in ('queued', 'running') and not (kind = 'analysis' or is_left_to_model)`;
}

/** Somebody is on it, or it is on its way to somebody. */
function isBusy() {
  return sqlClient`(claimed_until > now() or dispatched_at > now() - make_interval(secs => ${BEGUN_WITHIN_SECONDS}))`;
}
