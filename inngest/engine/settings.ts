/** Everything about the engine that an installation or a test may want otherwise. Times in milliseconds. */
export type EngineSettings = {
  /** Calls under way at once in this process. */
  capacity: number;
  /** How much of the capacity one function may take: what hangs in one must leave room for the others. */
  functionShare: number;
  /** A process that says nothing for so long has lost its calls to the others. */
  leaseMs: number;
  /** The loop looks for work at least so often, whatever notifications were lost. */
  pollMs: number;
  /** Delay before each retry; the last one repeats. */
  retryDelaysMs: readonly number[];
  /** Up to so much is added to each delay, so that what failed together does not come back together. */
  retryJitterMs: number;
  /** A call that has not answered by then counts as failed. */
  callTimeoutMs: number;
  /** How long `stop` waits for calls under way. */
  stopTimeoutMs: number;
  /** A function that no process has named for so long is gone, and its runs are failed. */
  functionGraceMs: number;
  sweepMs: number;
  /** An id of an event, or an idempotency key, counts once in this time. */
  keepKeysMs: number;
  keepRunsMs: number;
};

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** As Inngest behaves, where it says how: its table of retry delays, 24 h of deduplication, two hours for a step. */
export const DEFAULT_SETTINGS: EngineSettings = {
  capacity: 150,
  functionShare: 0.8,
  leaseMs: 30 * SECOND,
  pollMs: 500,
  retryDelaysMs: [15 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 20 * MINUTE, 40 * MINUTE, HOUR, 2 * HOUR],
  retryJitterMs: 30 * SECOND,
  callTimeoutMs: 2 * HOUR,
  stopTimeoutMs: 10 * SECOND,
  functionGraceMs: 5 * MINUTE,
  sweepMs: MINUTE,
  keepKeysMs: 24 * HOUR,
  keepRunsMs: 7 * 24 * HOUR,
};

/** A run may have so many steps, and a step or a run may return so many bytes of JSON. */
export const MAX_STEPS = 1_000;
export const MAX_OUTPUT_BYTES = 4 * 1024 * 1024;

/** A call over which so many processes died is not tried again. */
export const MAX_LOSSES = 10;
