/** Every way in which a request can fail that its sender should be told of. */
export const ERROR_CODES = [
  "invalid",
  "unauthorized",
  "forbidden",
  "not_found",
  "conflict",
  "too_large",
  "rate_limited",
  "unavailable",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export const HTTP_STATUS: Record<ErrorCode, number> = {
  invalid: 422,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  unavailable: 503,
};

type AppErrorOptions = { cause?: unknown; isRetriable?: boolean; details?: Record<string, unknown> };

/** A failure with a message meant for people. Whether trying again can help is said here, never guessed from the message. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly isRetriable: boolean;
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.isRetriable = options.isRetriable ?? code === "unavailable";
    this.details = options.details ?? {};
  }
}

/** True for failures that mean "the database can't be reached now", as postgres.js and PostgreSQL name them. */
export function isDatabaseAway(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = "code" in current && typeof current.code === "string" ? current.code : "";
    if (/^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND)$/.test(code)) return true;
    if (/^(CONNECT_TIMEOUT|CONNECTION_CLOSED|CONNECTION_ENDED|CONNECTION_DESTROYED|CONNECTION_CONNECT_TIMEOUT)$/.test(code)) return true;
    // Class 08: connection exception; 57P0x: shutting down, crashed, starting up; 53300: too many connections.
    if (/^(08...|57P0[1235]|53300)$/.test(code)) return true;
  }
  return false;
}

/** True when PostgreSQL undid a transaction because another one stood in its way: the same statements will pass when they are sent again. */
export function isTransactionConflict(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "40P01" || error.code === "40001");
}
