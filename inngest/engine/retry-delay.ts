import type { EngineSettings } from "./settings";

const MIN_RETRY_AFTER_MS = 1_000;
const MAX_RETRY_AFTER_MS = 24 * 60 * 60 * 1_000;

type RetryDelayInput = { attempt: number; retryAfter: string | null; settings: EngineSettings };

/** Milliseconds until the attempt after `attempt` (from 0): what the function asked for, within 1 s and 24 h, else the table's delay with jitter. */
export function retryDelay({ attempt, retryAfter, settings }: RetryDelayInput): number {
  const asked = retryAfter === null ? null : readRetryAfter(retryAfter);
  if (asked !== null) return Math.min(Math.max(asked, MIN_RETRY_AFTER_MS), MAX_RETRY_AFTER_MS);
  const { retryDelaysMs, retryJitterMs } = settings;
  return (retryDelaysMs[Math.min(attempt, retryDelaysMs.length - 1)] ?? 0) + Math.random() * retryJitterMs;
}

function readRetryAfter(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text) * 1_000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at - Date.now();
}
