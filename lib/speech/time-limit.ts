const MIN_MS = 60_000;
const SHARE_OF_DURATION = 0.5;

/** How long a job on this much sound may take: half of its length, and never less than a minute. */
export function timeLimitMs(durationSeconds: number): number {
  return Math.max(MIN_MS, durationSeconds * SHARE_OF_DURATION * 1_000);
}
