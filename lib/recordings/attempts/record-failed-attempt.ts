import { v7 } from "uuid";
import { sqlClient } from "@/db/client";
import { ClaimLost } from "@/lib/claims/keep-claim";
import type { AttemptEvidence, AttemptFailure } from "../attempt-failure";
import type { ClaimedCall } from "./claim-call";
import { nextDelaySeconds } from "./retry-schedule";

type FailedAttemptInput = { claim: ClaimedCall; token: Date; startedAt: Date; evidence: AttemptEvidence; failure: AttemptFailure };

/**
 * Writes an attempt that brought nothing, and with it when the next one is due or that there will be none. One statement, so the call and its
 * attempts never disagree. Throws ClaimLost, having written nothing, when the call is no longer ours.
 */
export async function recordFailedAttempt(input: FailedAttemptInput): Promise<{ delaySeconds: number | null; reason: string }> {
  const { claim, token, startedAt, evidence, failure } = input;
  const failedAttemptCount = claim.failedAttemptCount + 1;
  const delaySeconds =
    failure.outcome === "retry" ? nextDelaySeconds({ failedAttemptCount, retryAfterSeconds: failure.retryAfterSeconds }) : null;
  const isLast = delaySeconds === null;
  const reason = isLast && failure.outcome === "retry" ? `After ${failedAttemptCount} attempts: ${failure.message}` : failure.message;
  const [written] = await sqlClient`
    with moved as (
      update calls set recording_attempt_count = ${failedAttemptCount}, claimed_until = null, updated_at = now(),
        next_attempt_at = now() + make_interval(secs => ${delaySeconds}::float8),
        recording_status = ${isLast ? "unavailable" : "pending"}, recording_failure = ${isLast ? reason : null}
      where id = ${claim.callId} and claimed_until = ${token} and recording_status = 'pending'
      returning id, next_attempt_at
    )
    insert into recording_attempts (id, call_id, started_at, duration_ms, outcome, reason, detail, url, remote_address, http_status,
      content_type, looked_like, received_bytes, next_attempt_at)
    select ${v7()}, id, ${startedAt}, ${Date.now() - startedAt.getTime()}, ${failure.outcome}, ${failure.reason}, ${failure.message},
      ${evidence.url}, ${evidence.remoteAddress}, ${evidence.httpStatus}, ${evidence.contentType}, ${evidence.lookedLike},
      ${evidence.receivedBytes}, next_attempt_at
    from moved returning id`;
  if (!written) throw new ClaimLost(`call ${claim.callId}`);
  return { delaySeconds, reason };
}
