import { sqlClient } from "@/db/client";
import type { MachineWorkKind } from "@/db/enums";

/**
 * The right to do a piece of work, until `claimedUntil`; the time is also the token that every later write must show. `isOfModel`: the work is
 * counted among what the language model does at once; other work has to be left to it before it asks.
 */
export type ClaimedMachineWork = {
  taskId: string;
  kind: MachineWorkKind;
  claimedUntil: Date;
  attemptCount: number;
  isOfModel: boolean;
};

/** Shorter than the engine's lease on a step, so that whoever takes over a dead process's step finds the work free. */
export const MACHINE_WORK_LEASE_SECONDS = 25;

type ClaimInput = { taskId: string; kind: MachineWorkKind };

/** Takes a piece of work for one attempt; null when it is not due or somebody else is on it. Of any number of processes that ask at once, one gets it. */
export async function claimMachineWork({ taskId, kind }: ClaimInput): Promise<ClaimedMachineWork | null> {
  const [claimed] = await sqlClient<Omit<ClaimedMachineWork, "taskId" | "kind">[]>`
    with mine as (
      update machine_work set status = 'running', claimed_until = now() + make_interval(secs => ${MACHINE_WORK_LEASE_SECONDS}),
        attempt_count = attempt_count + 1, started_at = coalesce(started_at, now()), next_attempt_at = null
      where task_id = ${taskId} and kind = ${kind} and status in ('queued', 'running')
        and (claimed_until is null or claimed_until <= now()) and (next_attempt_at is null or next_attempt_at <= now())
      returning task_id, claimed_until, attempt_count, kind = 'analysis' or is_left_to_model as is_of_model
    ), told as (
      select pg_notify('task_changed', json_build_object('id', tasks.id, 'campaignId', campaign_id)::text)
      from mine join tasks on tasks.id = mine.task_id
    )
    select claimed_until as "claimedUntil", attempt_count as "attemptCount", is_of_model as "isOfModel",
      (select count(*) from told) as told from mine`;
  if (!claimed) return null;
  const { claimedUntil, attemptCount, isOfModel } = claimed;
  return { taskId, kind, claimedUntil, attemptCount, isOfModel };
}

type RenewInput = { claim: ClaimedMachineWork; token: Date; leaseSeconds: number };

/** Puts a claim's end off; null when it is no longer ours. */
export async function renewMachineWork({ claim, token, leaseSeconds }: RenewInput): Promise<Date | null> {
  const [renewed] = await sqlClient<{ claimedUntil: Date }[]>`
    update machine_work set claimed_until = now() + make_interval(secs => ${leaseSeconds})
    where task_id = ${claim.taskId} and kind = ${claim.kind} and claimed_until = ${token} and status = 'running'
    returning claimed_until as "claimedUntil"`;
  return renewed?.claimedUntil ?? null;
}
