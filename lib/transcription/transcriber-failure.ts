/** Why a transcriber gave no text. `code` is stable, the message is for people. */
export class TranscriberFailure extends Error {
  readonly code: TranscriberFailureCode;
  readonly isRetriable: boolean;
  /** What the server asked to wait, where it did. */
  readonly retryAfterSeconds: number | null;

  constructor(code: TranscriberFailureCode, message: string, options: { retryAfterSeconds?: number | null; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = "TranscriberFailure";
    this.code = code;
    this.isRetriable = RETRIABLE.has(code);
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }
}

export const TRANSCRIBER_FAILURES = [
  "not_configured",
  "unreachable",
  "busy",
  "server_failed",
  "too_slow",
  "refused",
  "unreadable_answer",
  "language_unknown",
  "pack_missing",
  "not_audio",
  "recording_deleted",
  "engine_failed",
] as const;
export type TranscriberFailureCode = (typeof TRANSCRIBER_FAILURES)[number];

/** Trying again can help. */
const RETRIABLE = new Set<TranscriberFailureCode>(["unreachable", "busy", "server_failed", "too_slow", "engine_failed"]);
