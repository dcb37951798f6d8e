import { sqlClient } from "@/db/client";

/** The right to try a call's recording, until `claimedUntil`; the time is also the token that every later write must show. */
export type ClaimedCall = {
  callId: string;
  /** The platform's name of the call. */
  externalId: string;
  claimedUntil: Date;
  recordingUrl: string;
  operatorName: string;
  billableSeconds: number;
  failedAttemptCount: number;
};

/** Shorter than the engine's lease on a step, so that whoever takes over a dead process's step finds the call free. */
export const LEASE_SECONDS = 25;

/**
 * Takes a call for one attempt; null when it is not due, somebody else is on it, or it no longer waits for its recording. Held by the database:
 * of any number of processes that ask at once, one gets it.
 */
export async function claimCall(callId: string): Promise<ClaimedCall | null> {
  const [claimed] = await sqlClient<ClaimedCall[]>`
    update calls set claimed_until = now() + make_interval(secs => ${LEASE_SECONDS}), updated_at = now()
    where id = ${callId} and recording_status = 'pending'
      and (claimed_until is null or claimed_until <= now())
      and (next_attempt_at is null or next_attempt_at <= now())
    returning id as "callId", external_id as "externalId", claimed_until as "claimedUntil", recording_url as "recordingUrl", operator_name as "operatorName",
      billable_seconds::float8 as "billableSeconds", recording_attempt_count as "failedAttemptCount"`;
  return claimed ?? null;
}
