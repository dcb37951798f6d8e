import type { ModelUse } from "./end-machine-work";

type MachineWorkFailureInput = {
  /** Stable, for the screen to say it in the reader's language. */
  code: string;
  message: string;
  isRetriable: boolean;
  retryAfterSeconds?: number | null;
  use?: ModelUse | null;
  cause?: unknown;
};

/** Why an attempt came to nothing, in words for people, and what it cost all the same. */
export class MachineWorkFailure extends Error {
  readonly code: string;
  readonly isRetriable: boolean;
  readonly retryAfterSeconds: number | null;
  readonly use: ModelUse | null;

  constructor({ code, message, isRetriable, retryAfterSeconds = null, use = null, cause }: MachineWorkFailureInput) {
    super(message, { cause });
    this.name = "MachineWorkFailure";
    this.code = code;
    this.isRetriable = isRetriable;
    this.retryAfterSeconds = retryAfterSeconds;
    this.use = use;
  }
}
