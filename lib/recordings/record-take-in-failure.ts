import { sqlClient } from "@/db/client";

/** After so many times, handing the call on again would not help either. */
const MAX_DISPATCHES = 10;

/**
 * Writes to a call why its taking in broke off, when it was neither the host nor the recording: the sweep hands it on again, and after ten
 * times the recording is unavailable, which "try again now" can still undo.
 */
export async function recordTakeInFailure({ callId, reason }: { callId: string; reason: string }): Promise<void> {
  await sqlClient`
    update calls set recording_failure = ${reason}, updated_at = now(),
      recording_status = case when dispatch_count >= ${MAX_DISPATCHES} then 'unavailable'::recording_status else recording_status end,
      next_attempt_at = case when dispatch_count >= ${MAX_DISPATCHES} then null else next_attempt_at end
    where id = ${callId} and recording_status = 'pending'`;
}
