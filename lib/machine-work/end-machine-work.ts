import { sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { machineWork } from "@/db/schema";
import { ClaimLost } from "@/lib/claims/keep-claim";
import { retryWaitSeconds } from "@/lib/claims/retry-wait";
import type { ClaimedMachineWork } from "./claim-machine-work";

/** What a language model was asked and answered. `cost` is decimal text, null where no price is known. */
export type ModelUse = { model: string; inputTokens: number; outputTokens: number; cost: string | null };

type EndInput = { transaction: Transaction; claim: ClaimedMachineWork; token: Date; use: ModelUse | null };

/** Ends a piece of work in the transaction that writes its result. Throws ClaimLost when it is no longer ours, so that nothing is written. */
export async function endMachineWork({ transaction, claim, token, use }: EndInput): Promise<void> {
  const ended = await transaction.execute(sql`
    update machine_work set status = 'completed', failure = null, failure_code = null, claimed_until = null, ended_at = now(),
      ${used(use)}
    where ${isOurs(claim, token)} returning task_id`);
  if (ended.length === 0) throw new ClaimLost(`the ${claim.kind} of task ${claim.taskId}`);
  await transaction.execute(sql`select pg_notify('machine_work_ready', '')`);
}

type LeaveInput = Pick<EndInput, "claim" | "token">;

/**
 * Leaves the rest of an audit to the language model: it is queued among what that does, as if nothing had been attempted yet. Throws ClaimLost,
 * having written nothing, when it is no longer ours.
 */
export async function leaveToModel({ claim, token }: LeaveInput): Promise<void> {
  const left = await db.execute(sql`
    with mine as (
      update machine_work set status = 'queued', is_left_to_model = true, attempt_count = 0, claimed_until = null, dispatched_at = null
      where ${isOurs(claim, token)} returning task_id
    )
    select pg_notify('machine_work_ready', ''), pg_notify('task_changed', json_build_object('id', tasks.id, 'campaignId', campaign_id)::text)
    from mine join tasks on tasks.id = mine.task_id`);
  if (left.length === 0) throw new ClaimLost(`the ${claim.kind} of task ${claim.taskId}`);
}

type WorkFailure = { code: string; message: string; isRetriable: boolean; retryAfterSeconds: number | null };
type FailInput = { claim: ClaimedMachineWork; token: Date; use: ModelUse | null; failure: WorkFailure };

/** Writes why an attempt came to nothing and when it is tried again, or that it is not. Throws ClaimLost, having written nothing, when it is no longer ours. */
export async function failMachineWork({ claim, token, use, failure }: FailInput): Promise<void> {
  const waitSeconds = retryWaitSeconds({ attemptCount: claim.attemptCount, failure });
  const isRetried = waitSeconds !== null;
  const written = await db.execute(sql`
    with mine as (
      update machine_work set status = ${isRetried ? "queued" : "failed"}, failure_code = ${failure.code}, failure = ${failure.message},
        claimed_until = null, dispatched_at = null, next_attempt_at = now() + make_interval(secs => ${waitSeconds}::float8),
        ended_at = ${isRetried ? null : sql`now()`}, ${used(use)}
      where ${isOurs(claim, token)} returning task_id
    )
    select pg_notify('task_changed', json_build_object('id', tasks.id, 'campaignId', campaign_id)::text)
    from mine join tasks on tasks.id = mine.task_id`);
  if (written.length === 0) throw new ClaimLost(`the ${claim.kind} of task ${claim.taskId}`);
}

function isOurs({ taskId, kind }: ClaimedMachineWork, token: Date) {
  return sql`task_id = ${taskId} and kind = ${kind} and claimed_until = ${sql.param(token, machineWork.claimedUntil)} and status = 'running'`;
}

/** The tokens of every attempt are paid for. */
function used(use: ModelUse | null) {
  return sql`model = coalesce(${use?.model ?? null}, model), input_tokens = input_tokens + ${use?.inputTokens ?? 0},
    output_tokens = output_tokens + ${use?.outputTokens ?? 0},
    cost = case when ${use?.cost ?? null}::numeric is null then cost else coalesce(cost, 0) + ${use?.cost ?? null}::numeric end`;
}
