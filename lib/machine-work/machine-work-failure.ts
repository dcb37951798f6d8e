import type { ModelUse } from "./end-machine-work";
import type { MachineWorkFailureCode } from "./machine-work-failure-codes";

type MachineWorkFailureInput = {
  code: MachineWorkFailureCode;
  message: string;
  isRetriable: boolean;
  retryAfterSeconds?: number | null;
  use?: ModelUse | null;
  cause?: unknown;
};

/** Why an attempt came to nothing, in words for people, and what it cost all the same. */
export class MachineWorkFailure extends Error {
  readonly code: MachineWorkFailureCode;
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
