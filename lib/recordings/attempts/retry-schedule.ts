/** How long to wait after each failed attempt, in seconds: quick while a PBX is still writing the file, patient while a host is down. */
export const RETRY_DELAYS_SECONDS = [2, 5, 15, 30, 60, 120, 300, 600, 1_800, 3_600, 7_200, 14_400, 28_800, 43_200] as const;

const JITTER_SHARE = 0.1;

type NextDelayInput = { failedAttemptCount: number; retryAfterSeconds: number | null; random?: number };

/**
 * Seconds until the next attempt, spread so that calls that failed together do not come back together; null after the last. A host that asked
 * for more time gets it, one that asked for less does not use the schedule up.
 */
export function nextDelaySeconds({ failedAttemptCount, retryAfterSeconds, random = Math.random() }: NextDelayInput): number | null {
  const scheduled = RETRY_DELAYS_SECONDS[failedAttemptCount - 1];
  if (scheduled === undefined) return null;
  return Math.max(scheduled, retryAfterSeconds ?? 0) * (1 + random * JITTER_SHARE);
}
