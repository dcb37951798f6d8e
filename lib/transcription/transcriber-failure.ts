import type { TranscriberFailureCode } from "./transcriber-failure-codes";

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

/** Trying again can help. */
const RETRIABLE = new Set<TranscriberFailureCode>(["unreachable", "busy", "server_failed", "too_slow", "engine_failed"]);
