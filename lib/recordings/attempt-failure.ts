import type { AttemptOutcome } from "@/db/enums";
import type { AttemptReason } from "./attempt-reasons";

type Failed = Exclude<AttemptOutcome, "stored">;

/** Why an attempt brought no recording, and whether another may. Carries a sentence for people; never leaves lib/recordings. */
export class AttemptFailure extends Error {
  readonly outcome: Failed;
  readonly reason: AttemptReason;
  /** What the host asked for by Retry-After; null when it asked for nothing. */
  readonly retryAfterSeconds: number | null;

  constructor(
    outcome: Failed,
    reason: AttemptReason,
    detail: string,
    options: { cause?: unknown; retryAfterSeconds?: number | null } = {},
  ) {
    // Hosts and decoders have a say in it, and a database takes no NUL.
    super(detail.replace(/[\p{C}\s]+/gu, " ").slice(0, 500), { cause: options.cause });
    this.name = "AttemptFailure";
    this.outcome = outcome;
    this.reason = reason;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }
}

/** What an attempt saw on its way, whether it succeeded or not. */
export type AttemptEvidence = {
  /** The address asked last: the recording's own, or where a redirect led. */
  url: string;
  remoteAddress: string | null;
  httpStatus: number | null;
  contentType: string | null;
  lookedLike: string | null;
  receivedBytes: number;
};
