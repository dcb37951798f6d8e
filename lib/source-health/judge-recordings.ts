/** A few recordings that never come are usual: callers hang up, hosts lose files. */
const MIN_MISSING = 5;
const MIN_SHARE = 0.2;

type Recordings = {
  /** Recordings that have waited for an hour or longer. */
  lateCount: number;
  /** Recordings that were given up within the last day. */
  unavailableCount: number;
  /** Recordings that were stored within the last day; counted as far as it matters. */
  storedCount: number;
  /** Whether one was stored since the oldest late one was announced. */
  hasStoredSince: boolean;
};

/** Whether a campaign's recordings do not come: one waits for an hour while none came through, or many are missing among those that did. */
export function judgeRecordings({ lateCount, unavailableCount, storedCount, hasStoredSince }: Recordings): boolean {
  if (lateCount > 0 && !hasStoredSince) return true;
  const missing = lateCount + unavailableCount;
  return missing >= MIN_MISSING && missing >= MIN_SHARE * (missing + storedCount);
}
