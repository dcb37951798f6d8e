import { sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import type { MachineWorkKind } from "@/db/enums";
import { ClaimLost, keepClaim } from "@/lib/claims/keep-claim";
import { log } from "@/lib/log";
import { type ClaimedMachineWork, claimMachineWork, MACHINE_WORK_LEASE_SECONDS, renewMachineWork } from "./claim-machine-work";
import { endMachineWork, failMachineWork, leaveToModel, type ModelUse } from "./end-machine-work";
import { MachineWorkFailure } from "./machine-work-failure";

/** What became of one attempt. Plain JSON. */
export type MachineWorkOutcome = { status: "completed" | "left_to_model" | "failed" | "not_ours" };

/**
 * What a piece of work found: what it cost, and the writing of it, in the transaction that ends the work. Both may throw MachineWorkFailure. Or that
 * the language model has to go on with it, whose turn has still to come.
 */
export type MachineWorkResult = { use: ModelUse | null; write: (transaction: Transaction) => Promise<void> } | "left_to_model";

type RunMachineWorkInput = {
  taskId: string;
  kind: MachineWorkKind;
  work: (input: { claim: ClaimedMachineWork; signal: AbortSignal }) => Promise<MachineWorkResult>;
  leaseSeconds?: number;
};

/**
 * Makes one attempt at a piece of work, if one is due and nobody else makes it. What came of it is in the database when it returns; a process
 * that dies in between leaves the work free for another. Safe to run at any time, in any number of processes.
 */
export async function runMachineWork({
  taskId,
  kind,
  work,
  leaseSeconds = MACHINE_WORK_LEASE_SECONDS,
}: RunMachineWorkInput): Promise<MachineWorkOutcome> {
  const claim = await claimMachineWork({ taskId, kind });
  if (!claim) return { status: "not_ours" };
  const kept = keepClaim({
    what: `the ${kind} of task ${taskId}`,
    claimedUntil: claim.claimedUntil,
    leaseSeconds,
    renew: (token) => renewMachineWork({ claim, token, leaseSeconds }),
  });
  let use: ModelUse | null = null;
  try {
    const result = await work({ claim, signal: kept.signal });
    if (result === "left_to_model") {
      await leaveToModel({ claim, token: await kept.end() });
      return { status: "left_to_model" };
    }
    use = result.use;
    const token = await kept.end();
    await db.transaction(async (transaction) => {
      // The work comes last, as where a new transcript orders it anew.
      await result.write(transaction);
      await endMachineWork({ transaction, claim, token, use });
      await transaction.execute(sql`
        select pg_notify('task_changed', json_build_object('id', id, 'campaignId', campaign_id)::text) from tasks where id = ${taskId}`);
    });
    return { status: "completed" };
  } catch (error) {
    const token = await kept.end();
    if (error instanceof ClaimLost || kept.signal.aborted) return { status: "not_ours" };
    return recordFailure({ claim, token, use, error });
  }
}

type RecordFailureInput = { claim: ClaimedMachineWork; token: Date; use: ModelUse | null; error: unknown };

async function recordFailure({ claim, token, use, error }: RecordFailureInput): Promise<MachineWorkOutcome> {
  const failure = toFailure(error);
  const { taskId, kind } = claim;
  log[failure.code === "failed" ? "error" : "info"]({ taskId, kind, code: failure.code, err: error }, "an attempt of a machine failed");
  try {
    await failMachineWork({ claim, token, use: failure.use ?? use, failure });
  } catch (lost) {
    if (lost instanceof ClaimLost) return { status: "not_ours" };
    throw lost;
  }
  return { status: "failed" };
}

function toFailure(error: unknown): MachineWorkFailure {
  if (error instanceof MachineWorkFailure) return error;
  const message = "Something went wrong in this installation; its log says what.";
  return new MachineWorkFailure({ code: "failed", message, isRetriable: true, cause: error });
}
