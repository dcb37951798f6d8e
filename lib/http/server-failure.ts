/** Why a server that we asked gave no answer. `code` is stable, the message is for people, names the host, and holds no secret. */
export class ServerFailure extends Error {
  readonly code: ServerFailureCode;
  /** Trying again can help. */
  readonly isRetriable: boolean;
  /** What the server asked to wait, where it did. */
  readonly retryAfterSeconds: number | null;
  /** What it answered instead; null where it did not answer. */
  readonly status: number | null;

  constructor(code: ServerFailureCode, message: string, options: ServerFailureOptions = {}) {
    super(message, { cause: options.cause });
    this.name = "ServerFailure";
    this.code = code;
    this.isRetriable = code !== "refused" && code !== "unreadable_answer";
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
    this.status = options.status ?? null;
  }
}

export type ServerFailureCode = "unreachable" | "busy" | "server_failed" | "too_slow" | "refused" | "unreadable_answer";
type ServerFailureOptions = { retryAfterSeconds?: number | null; status?: number; cause?: unknown };
