/** Waits before each further attempt at work that a claim was on, in seconds. After them it has failed, until somebody asks again. */
export const RETRY_SECONDS = [10, 60, 300, 900, 3_600] as const;
const MAX_WAIT_SECONDS = 6 * 3_600;

type RetryWaitInput = { attemptCount: number; failure: { isRetriable: boolean; retryAfterSeconds: number | null } };

/** Seconds until the next attempt after one that failed, as long as a server asks for, up to six hours; null where none is made. */
export function retryWaitSeconds({ attemptCount, failure }: RetryWaitInput): number | null {
  const delay = RETRY_SECONDS[attemptCount - 1];
  if (!failure.isRetriable || delay === undefined) return null;
  return Math.min(Math.max(delay, failure.retryAfterSeconds ?? 0), MAX_WAIT_SECONDS);
}
