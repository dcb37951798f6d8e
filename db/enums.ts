/** Closed sets shared by the database, zod, the URL and the screen. Imports nothing, so that a browser may load it. */

export const ROLES = ["admin", "supervisor", "auditor", "agent"] as const;
export type Role = (typeof ROLES)[number];

export const CHANNELS = ["calls", "social"] as const;
export type Channel = (typeof CHANNELS)[number];

export const SOURCES = ["anura", "aria", "internal", "net2phone", "sftp", "external_api", "neotel"] as const;
export type Source = (typeof SOURCES)[number];

export const DIRECTIONS = ["inbound", "outbound"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What became of one delivery. `received` never rests: a row is written with its final verdict. */
export const VERDICTS = ["accepted", "duplicate", "ignored", "refused"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Where a call's recording stands: `none` was announced, `expected` without an address yet, then `pending` until `stored` or `unavailable`. */
export const RECORDING_STATUSES = ["none", "expected", "pending", "stored", "unavailable"] as const;
export type RecordingStatus = (typeof RECORDING_STATUSES)[number];

/** How one attempt to fetch a recording ended. `retry` will be tried again, `refused` and `gone` never. */
export const ATTEMPT_OUTCOMES = ["stored", "retry", "refused", "gone"] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

export const TASK_STATUSES = ["pending", "processing", "completed", "audited", "validated", "failed"] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

export const OPERATOR_ORIGINS = ["automatic", "manual"] as const;

/** Why a request without a valid key was turned away. Told to admins only; the sender always sees the same 401. */
export const UNAUTHORIZED_REASONS = ["missing", "malformed", "unknown", "revoked", "expired", "out_of_scope"] as const;
export type UnauthorizedReason = (typeof UNAUTHORIZED_REASONS)[number];

export const API_KEY_SCOPES = ["webhook", "api"] as const;
export type ApiKeyScope = (typeof API_KEY_SCOPES)[number];
